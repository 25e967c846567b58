namespace Aspire.Dashboard.Resources;

/// <summary>A variable of a resource.</summary>
public sealed record ResourceVariable(string Name, string? Value, bool IsSecret);
