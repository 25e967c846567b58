namespace Aspire.Dashboard.Telemetry.Logs;

/// <summary>The levels of .NET, as the numbers of the protocol have them.</summary>
internal enum LogSeverity
{
    Trace,
    Debug,
    Information,
    Warning,
    Error,
    Critical,
}
