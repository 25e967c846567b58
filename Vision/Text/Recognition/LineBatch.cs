namespace Vision.Text.Recognition;

/// <summary>Lines that are read in one run.</summary>
/// <param name="Crops">The lines, from narrow to wide.</param>
/// <param name="Columns">The width of each in the input; what a line does not fill is left empty.</param>
internal sealed record LineBatch(ReadOnlyMemory<LineCrop> Crops, int Columns)
{
    /// <summary>The columns of one run in all, unless one line alone has more: their outputs take 9 KB each.</summary>
    private const int MostColumns = 1600;

    /// <summary>The recogniser gives one step for so many columns.</summary>
    private const int ColumnsPerStep = 8;

    /// <summary>Narrower input than it was trained on makes the recogniser guess.</summary>
    private const int FewestColumns = 64;

    /// <summary>The share of a run that may be empty: on a processor, empty columns cost as much as full ones.</summary>
    private const double MostEmpty = 0.1;

    /// <summary>Puts lines of like width together.</summary>
    public static IEnumerable<LineBatch> Of(IEnumerable<LineCrop> crops)
    {
        var sorted = crops.OrderBy(crop => crop.Columns).ToArray();
        var end = 0;
        for (var start = 0; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && BelongTogether(sorted[start], sorted[end], end + 1 - start))
            {
                end++;
            }

            yield return new LineBatch(sorted.AsMemory(start, end - start), Rounded(sorted[end - 1].Columns));
        }
    }

    private static bool BelongTogether(LineCrop narrowest, LineCrop widest, int count) =>
        Rounded(widest.Columns) * count <= MostColumns
        && Rounded(narrowest.Columns) >= (1 - MostEmpty) * Rounded(widest.Columns);

    private static int Rounded(int columns) =>
        Math.Max(FewestColumns, (columns + ColumnsPerStep - 1) / ColumnsPerStep * ColumnsPerStep);
}
