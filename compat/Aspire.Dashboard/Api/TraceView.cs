namespace Aspire.Dashboard.Api;

/// <summary>A whole trace.</summary>
internal sealed record TraceView(string TraceId, string StartedAt, long DurationNanoseconds, IReadOnlyList<string> Resources, int Depth, IReadOnlyList<SpanView> Spans, IReadOnlyList<LogView> Logs);
