namespace Aspire.Dashboard.Api;

/// <summary>The line of one set of attributes.</summary>
internal sealed record SeriesView(IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<double?> Values);
