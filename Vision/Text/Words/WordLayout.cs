using Contracts;
using Vision.Labels;
using Vision.Text.Geometry;

namespace Vision.Text.Words;

/// <summary>The words of a line, as they are told to callers.</summary>
/// <param name="line">Where the line is, in the direction of reading, in pixels of the upright image.</param>
/// <param name="frame">The upright image.</param>
/// <param name="withSymbols">Whether the characters of each word are told too.</param>
internal sealed class WordLayout(Quadrilateral line, ImageFrame frame, bool withSymbols)
{
    // The recogniser sees the line as a rectangle, so what is straight there has to stay straight.
    private readonly PerspectiveMap map = new(width: 1, height: 1, line);

    public IReadOnlyList<TextWord> Words(PlacedSymbol[] symbols) => [.. LineWords.Of(symbols).Select(WordOf)];

    private TextWord WordOf(ArraySegment<PlacedSymbol> symbols) => new(
        string.Concat(symbols.Select(static symbol => symbol.Text)),
        Confidences.Round(symbols.Average(static symbol => symbol.Probability)),
        Box(symbols[0].Start, symbols[^1].End),
        withSymbols ? [.. symbols.Select(SymbolOf)] : null);

    private TextSymbol SymbolOf(PlacedSymbol symbol) =>
        new(symbol.Text, Confidences.Round(symbol.Probability), Box(symbol.Start, symbol.End));

    private PixelPoint[] Box(float start, float end) =>
        frame.Corners(new Quadrilateral(map.Map(start, 0), map.Map(end, 0), map.Map(end, 1), map.Map(start, 1)));
}
