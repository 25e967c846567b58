namespace Aspire.Dashboard.Api;

/// <summary>The lines of a histogram.</summary>
internal sealed record PercentileView(IReadOnlyList<double?> P50, IReadOnlyList<double?> P90, IReadOnlyList<double?> P99);
