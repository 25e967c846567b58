using Aspire.Dashboard.Telemetry;

namespace Aspire.Dashboard.Api;

/// <summary>Something that happened during a span.</summary>
internal sealed record SpanEventView(string Name, long OffsetNanoseconds, IReadOnlyList<TelemetryAttribute> Attributes);
