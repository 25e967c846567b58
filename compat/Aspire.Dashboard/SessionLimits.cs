namespace Aspire.Dashboard;

/// <summary>How much is kept.</summary>
internal sealed record SessionLimits(int Logs, int Traces, int SpansPerTrace, int PointsPerSeries, int ConsoleLines);
