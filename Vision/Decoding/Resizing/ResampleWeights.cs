namespace Vision.Decoding.Resizing;

/// <summary>
/// Which samples of a line make each sample of a resized line, and with what weights: the filter is centred on the new sample,
/// widened to the scale of a reduction, and cut at the ends of the part, as Pillow does it with a picture that was cropped before.
/// </summary>
internal sealed class ResampleWeights
{
    /// <summary>Bits behind the binary point of a weight.</summary>
    public const int FractionBits = 14;

    /// <summary>What is added to a weighted sum, so that the bits behind the point can be cut off.</summary>
    public const int Rounding = 1 << (FractionBits - 1);

    /// <summary>The weights of a sample can be read in whole groups of so many.</summary>
    public const int Group = 4;

    private const int One = 1 << FractionBits;

    private readonly int[] starts;
    private readonly short[] weights;
    private readonly int room;

    /// <param name="source">The part of a line that is resized.</param>
    /// <param name="target">Samples of the resized line.</param>
    /// <param name="kernel">The filter.</param>
    public ResampleWeights(LinePart source, int target, ResizeKernel kernel)
    {
        var scale = source.Length / target;
        var filter = new ResampleFilter(kernel, Math.Max(1, scale));
        room = ((2 * (int)Math.Ceiling(filter.Support)) + Group - 1) / Group * Group;
        (starts, weights) = (new int[target], new short[target * room]);
        var exact = new double[room];
        for (var i = 0; i < target; i++)
        {
            var center = source.Start + ((i + 0.5) * scale);
            var first = Math.Max(source.First, (int)(center - filter.Support + 0.5));
            var end = Math.Min(Math.Min(source.End, first + room), (int)(center + filter.Support + 0.5));
            starts[i] = first;
            for (var sample = first; sample < end; sample++)
            {
                exact[sample - first] = filter.At(sample + 0.5 - center);
            }

            Quantize(exact.AsSpan(0, end - first), weights.AsSpan(i * room));
        }
    }

    /// <summary>Samples of the resized line.</summary>
    public int Count => starts.Length;

    /// <summary>Groups of weights of each sample.</summary>
    public int Groups => room / Group;

    /// <summary>Behind the last sample that weights reach, those that are zero too.</summary>
    public int End => starts[^1] + room;

    /// <summary>The weights of all samples.</summary>
    public ReadOnlySpan<short> All => weights;

    /// <summary>The first of the samples that make one.</summary>
    public int StartOf(int sample) => starts[sample];

    /// <summary>The weights of the samples that make one, and zeros to fill the last group.</summary>
    public ReadOnlySpan<short> Of(int sample) => weights.AsSpan(sample * room, room);

    /// <summary>Rounds weights so that their sum is exactly one: what is of one colour keeps it.</summary>
    private static void Quantize(ReadOnlySpan<double> exact, Span<short> target)
    {
        var sum = 0.0;
        foreach (var weight in exact)
        {
            sum += weight;
        }

        var (rest, largest) = (One, 0);
        for (var tap = 0; tap < exact.Length; tap++)
        {
            target[tap] = (short)Math.Round(exact[tap] / sum * One);
            rest -= target[tap];
            largest = target[tap] > target[largest] ? tap : largest;
        }

        target[largest] += (short)rest;
    }
}
