using Vision.Text.Recognition;

namespace Vision.Text.Words;

/// <summary>How far each character reaches along its line. A recogniser tells where a character stands, not where it begins and ends.</summary>
internal static class SymbolExtents
{
    /// <summary>Two neighbours meet halfway between their middles; before the first and behind the last one is half a usual distance.</summary>
    /// <param name="symbols">The characters of the line, spaces among them.</param>
    /// <param name="steps">How many steps the line fills; the last of them may be filled in part.</param>
    public static PlacedSymbol[] Of(List<DecodedSymbol> symbols, float steps)
    {
        var placed = new PlacedSymbol[symbols.Count];
        var half = UsualDistance(symbols, steps) / 2;
        for (var i = 0; i < placed.Length; i++)
        {
            var middle = MiddleOf(symbols[i]);
            var start = i == 0 ? middle - half : (MiddleOf(symbols[i - 1]) + middle) / 2;
            var end = i == placed.Length - 1 ? middle + half : (middle + MiddleOf(symbols[i + 1])) / 2;
            placed[i] = new PlacedSymbol(
                symbols[i].Text, symbols[i].Probability, Math.Clamp(start / steps, 0, 1), Math.Clamp(end / steps, 0, 1));
        }

        return placed;
    }

    // A step's middle, as a step is a part of the line and no point.
    private static float MiddleOf(DecodedSymbol symbol) => symbol.Step + 0.5f;

    /// <summary>The median distance from one character to the next; twice the line where there is but one, so that it takes all of it.</summary>
    private static float UsualDistance(List<DecodedSymbol> symbols, float steps)
    {
        if (symbols.Count < 2)
        {
            return 2 * steps;
        }

        var distances = new int[symbols.Count - 1];
        for (var i = 0; i < distances.Length; i++)
        {
            distances[i] = symbols[i + 1].Step - symbols[i].Step;
        }

        distances.AsSpan().Sort();
        return (distances[(distances.Length - 1) / 2] + distances[distances.Length / 2]) / 2f;
    }
}
