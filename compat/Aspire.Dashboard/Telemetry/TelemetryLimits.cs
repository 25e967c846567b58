namespace Aspire.Dashboard.Telemetry;

/// <summary>How much is kept; what is oldest goes first. All of it is in memory.</summary>
internal static class TelemetryLimits
{
    public const int Logs = 10_000;
    public const int Traces = 10_000;
    public const int SpansPerTrace = 5_000;
    public const int PointsPerSeries = 50_000;
    public const int Series = 20_000;
    public const int SeriesPerInstrument = 2_000;
    public const int Exemplars = 100;
    public const int Sources = 10_000;
    public const int Attributes = 128;
    public const int ValueCharacters = 8_192;
    public const int EventsPerSpan = 128;
    public const int LinksPerSpan = 128;
    public const int ConsoleLines = 10_000;
}
