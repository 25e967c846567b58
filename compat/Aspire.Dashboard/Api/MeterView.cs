namespace Aspire.Dashboard.Api;

/// <summary>The instruments of a meter.</summary>
internal sealed record MeterView(string Name, IReadOnlyList<InstrumentView> Instruments);
