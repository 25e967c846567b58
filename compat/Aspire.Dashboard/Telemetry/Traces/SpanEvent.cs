namespace Aspire.Dashboard.Telemetry.Traces;

/// <summary>Something that happened during a span.</summary>
internal sealed record SpanEvent(string Name, DateTimeOffset Time, IReadOnlyList<TelemetryAttribute> Attributes);
