namespace Vision.Text.Words;

/// <summary>Takes a line apart into words.</summary>
internal static class LineWords
{
    /// <summary>Gives the characters of each word; spaces belong to none.</summary>
    /// <param name="symbols">The characters of a line.</param>
    public static IEnumerable<ArraySegment<PlacedSymbol>> Of(PlacedSymbol[] symbols)
    {
        var end = 0;
        for (var start = 0; start < symbols.Length; start = end)
        {
            end = start + 1;
            if (symbols[start].IsSpace)
            {
                continue;
            }

            while (end < symbols.Length && BelongTogether(symbols[end - 1], symbols[end]))
            {
                end++;
            }

            yield return new ArraySegment<PlacedSymbol>(symbols, start, end - start);
        }
    }

    private static bool BelongTogether(PlacedSymbol one, PlacedSymbol next) =>
        !next.IsSpace && !UnspacedScripts.Holds(one.Text) && !UnspacedScripts.Holds(next.Text);
}
