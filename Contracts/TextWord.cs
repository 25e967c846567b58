namespace Contracts;

/// <summary>
/// One word of a line: what stands between spaces. Han, Hiragana and Katakana are written without spaces; each character of theirs,
/// and each of their punctuation marks, is a word of its own.
/// </summary>
/// <param name="Text">What it says.</param>
/// <param name="Confidence">Mean probability of its characters, 0 to 1, rounded to four decimals.</param>
/// <param name="Box">Its four corners in the order of reading, as those of the line; it is as high as the line.</param>
/// <param name="Symbols">Its characters in order; absent unless <see cref="TextDetail.Symbols"/> are asked for.</param>
public sealed record TextWord(string Text, float Confidence, IReadOnlyList<PixelPoint> Box, IReadOnlyList<TextSymbol>? Symbols);
