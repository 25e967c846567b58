using Aspire.Dashboard.Telemetry;

namespace Aspire.Dashboard;

/// <summary>What the pages need to know before all else.</summary>
internal sealed record SessionView(string ApplicationName, string Version, SessionLimits Limits)
{
    public static SessionView Of(DashboardOptions options) => new(options.ApplicationName, options.Version, new SessionLimits(
        TelemetryLimits.Logs, TelemetryLimits.Traces, TelemetryLimits.SpansPerTrace, TelemetryLimits.PointsPerSeries, TelemetryLimits.ConsoleLines));
}
