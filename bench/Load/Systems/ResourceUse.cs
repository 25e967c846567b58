namespace Load.Systems;

/// <summary>What one process took while it was watched.</summary>
/// <param name="Name">The process.</param>
/// <param name="BeforeBytes">Resident memory before the load.</param>
/// <param name="PeakBytes">The most during the load.</param>
/// <param name="AfterBytes">Afterwards.</param>
/// <param name="Cores">Processors in use, on average over the load.</param>
internal sealed record ResourceUse(string Name, long BeforeBytes, long PeakBytes, long AfterBytes, double Cores);
