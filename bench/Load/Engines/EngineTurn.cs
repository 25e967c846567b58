namespace Load.Engines;

/// <summary>What the engine alone did in a while.</summary>
/// <param name="Images">How many images it analysed.</param>
/// <param name="Elapsed">The time that passed.</param>
/// <param name="Processor">Processor time of this process, all threads together.</param>
/// <param name="MachineProcessor">Processor time of all that ran on this machine; null where it does not tell.</param>
internal sealed record EngineTurn(int Images, TimeSpan Elapsed, TimeSpan Processor, TimeSpan? MachineProcessor)
{
    /// <summary>Images per second.</summary>
    public double Rate => Images / Elapsed.TotalSeconds;

    /// <summary>Processor time of one image.</summary>
    public TimeSpan Cost => Processor / Images;

    /// <summary>Cores that this process took.</summary>
    public double Cores => Processor / Elapsed;

    /// <summary>Cores that others took; not a number where the machine does not tell.</summary>
    public double OtherCores => (MachineProcessor - Processor) / Elapsed ?? double.NaN;
}
