namespace Contracts;

/// <summary>One of the colours that make up an image.</summary>
/// <param name="Hex">The colour in sRGB, as <c>#rrggbb</c>.</param>
/// <param name="Share">The share of the pixels that are nearest to it, 0 to 1, rounded to four decimals.</param>
public sealed record DominantColor(string Hex, float Share);
