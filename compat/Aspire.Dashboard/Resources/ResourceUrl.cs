namespace Aspire.Dashboard.Resources;

/// <summary>An address of a resource.</summary>
public sealed record ResourceUrl(string? Name, string Url, bool IsInternal);
