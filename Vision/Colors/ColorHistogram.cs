namespace Vision.Colors;

/// <summary>Counts pixels by colour, in cells of 16 levels a channel. A cell keeps the sums of its samples, so that its mean is exact.</summary>
internal sealed class ColorHistogram
{
    private const int Bits = 4;
    private const int Shift = 8 - Bits;

    // 64 KB, which is below the size from where arrays are expensive to collect.
    private readonly Cell[] cells = new Cell[1 << (3 * Bits)];

    public void Add(byte red, byte green, byte blue)
    {
        ref var cell = ref cells[((((red >> Shift) << Bits) | (green >> Shift)) << Bits) | (blue >> Shift)];
        cell = new Cell(cell.Count + 1, cell.Red + red, cell.Green + green, cell.Blue + blue);
    }

    /// <summary>The mean colours of the cells that are not empty, in a fixed order.</summary>
    public List<WeightedColor> Colors() => [.. cells.Where(static cell => cell.Count > 0).Select(static cell => cell.Mean())];

    private readonly record struct Cell(int Count, int Red, int Green, int Blue)
    {
        public WeightedColor Mean()
        {
            var count = (double)Count;
            return new WeightedColor(OkLab.FromSrgb(Red / count, Green / count, Blue / count), count);
        }
    }
}
