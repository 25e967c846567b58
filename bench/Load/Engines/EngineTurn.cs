namespace Load.Engines;

/// <summary>What the engine alone did in a while.</summary>
/// <param name="Images">How many images it analysed.</param>
/// <param name="Elapsed">The time that passed.</param>
/// <param name="Processor">Processor time of this process, all threads together.</param>
internal sealed record EngineTurn(int Images, TimeSpan Elapsed, TimeSpan Processor)
{
    /// <summary>Images per second.</summary>
    public double Rate => Images / Elapsed.TotalSeconds;

    /// <summary>Processor time of one image.</summary>
    public TimeSpan Cost => Processor / Images;
}
