namespace Load.Systems;

/// <summary>What one process took while it was watched.</summary>
/// <param name="Name">The process.</param>
/// <param name="BeforeBytes">Resident memory before the load.</param>
/// <param name="FirstHalfBytes">The most during the first half of the load.</param>
/// <param name="PeakBytes">The most during all of it.</param>
/// <param name="AfterBytes">Afterwards.</param>
/// <param name="Cores">Processors in use, on average over the load.</param>
internal sealed record ResourceUse(string Name, long BeforeBytes, long FirstHalfBytes, long PeakBytes, long AfterBytes, double Cores);
