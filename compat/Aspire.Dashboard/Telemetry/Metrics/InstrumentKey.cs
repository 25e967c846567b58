namespace Aspire.Dashboard.Telemetry.Metrics;

/// <summary>The name of an instrument: of which service, of which meter.</summary>
internal readonly record struct InstrumentKey(string Source, string Meter, string Name);
