namespace Aspire.Dashboard.Telemetry.Metrics;

/// <summary>What an instrument showed from one moment to another. A value that does not change costs no further point.</summary>
internal readonly record struct MetricPoint(DateTimeOffset From, DateTimeOffset To, MetricValue Value);
