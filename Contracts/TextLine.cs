namespace Contracts;

/// <summary>One line of text.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Confidence">Mean probability of its characters, 0 to 1, rounded to four decimals.</param>
/// <param name="Box">Its four corners in the order of reading: the first one is where the text begins, at its upper side.</param>
public sealed record TextLine(string Text, float Confidence, IReadOnlyList<PixelPoint> Box)
{
    /// <summary>Its words in order; absent unless <see cref="TextDetail.Words"/> or more are asked for.</summary>
    public IReadOnlyList<TextWord>? Words { get; init; }
}
