namespace Aspire.Dashboard.Api;

/// <summary>How much is kept.</summary>
internal sealed record TelemetryCounts(int Logs, int Traces, int Spans, int MetricSeries);
