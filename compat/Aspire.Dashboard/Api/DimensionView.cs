namespace Aspire.Dashboard.Api;

/// <summary>An attribute that tells series apart.</summary>
internal sealed record DimensionView(string Name, IReadOnlyList<string> Values);
