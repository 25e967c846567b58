namespace Vision.Decoding.Resizing;

/// <summary>The part of a line of samples that is resized; its ends may lie within samples.</summary>
/// <param name="Start">Where it begins, in samples.</param>
/// <param name="Length">How many samples it takes.</param>
internal readonly record struct LinePart(double Start, double Length)
{
    /// <summary>The first sample of which something is in it.</summary>
    public int First => (int)Math.Floor(Start);

    /// <summary>Behind the last sample of which something is in it.</summary>
    public int End => (int)Math.Ceiling(Start + Length);

    /// <summary>The same part of a line that has fewer samples, each in the place of so many.</summary>
    public LinePart Reduced(int reduction) => new(Start / reduction, Length / reduction);
}
