namespace Aspire.Dashboard.Telemetry.Metrics;

/// <summary>What an instrument measures.</summary>
internal enum InstrumentKind
{
    Gauge,
    Sum,
    Histogram,
}
