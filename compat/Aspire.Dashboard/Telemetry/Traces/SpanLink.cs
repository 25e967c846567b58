namespace Aspire.Dashboard.Telemetry.Traces;

/// <summary>Another span that this one has to do with.</summary>
internal sealed record SpanLink(string TraceId, string SpanId, IReadOnlyList<TelemetryAttribute> Attributes);
