namespace Aspire.Dashboard.Telemetry.Metrics;

/// <summary>One measurement and the span in which it was made.</summary>
internal readonly record struct MetricExemplar(DateTimeOffset Time, double Value, string TraceId, string SpanId);
