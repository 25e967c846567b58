namespace Load.Engines;

/// <summary>What it costs to read the text of one image.</summary>
/// <param name="Lines">How many lines were read.</param>
/// <param name="Processor">Processor time of this process, all threads together.</param>
/// <param name="Elapsed">Time that passed, with as many images at once as there are workers.</param>
/// <param name="PeakBytes">The most memory that this process ever had.</param>
internal sealed record TextCost(int Lines, TimeSpan Processor, TimeSpan Elapsed, long PeakBytes);
