namespace Aspire.Dashboard.Api;

/// <summary>What there is of telemetry in all.</summary>
internal sealed record TelemetryOverview(long Version, bool Paused, long DroppedWhilePaused, TelemetryCounts Counts, IReadOnlyList<TelemetrySourceView> Resources);
