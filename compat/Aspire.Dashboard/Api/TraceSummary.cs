namespace Aspire.Dashboard.Api;

/// <summary>A trace in a list.</summary>
internal sealed record TraceSummary(long Id, string TraceId, string Name, string StartedAt, long DurationNanoseconds, bool HasError, IReadOnlyList<SpanCount> Spans);
