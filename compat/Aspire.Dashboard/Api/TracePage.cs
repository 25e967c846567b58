namespace Aspire.Dashboard.Api;

/// <summary>Traces, the latest first.</summary>
internal sealed record TracePage(int Total, long MaximumDurationNanoseconds, IReadOnlyList<TraceSummary> Items);
