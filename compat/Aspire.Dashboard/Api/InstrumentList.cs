namespace Aspire.Dashboard.Api;

/// <summary>What a service measures.</summary>
internal sealed record InstrumentList(IReadOnlyList<MeterView> Meters);
