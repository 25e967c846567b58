namespace Contracts;

/// <summary>One character of a word.</summary>
/// <param name="Text">The character.</param>
/// <param name="Confidence">Its probability, 0 to 1, rounded to four decimals.</param>
/// <param name="Box">Its four corners in the order of reading, as those of the line; it is as high as the line.</param>
public sealed record TextSymbol(string Text, float Confidence, IReadOnlyList<PixelPoint> Box);
