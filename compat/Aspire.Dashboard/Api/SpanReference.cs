using Aspire.Dashboard.Telemetry;

namespace Aspire.Dashboard.Api;

/// <summary>Another span.</summary>
internal sealed record SpanReference(string TraceId, string SpanId, IReadOnlyList<TelemetryAttribute> Attributes);
