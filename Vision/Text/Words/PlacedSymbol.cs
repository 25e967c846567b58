namespace Vision.Text.Words;

/// <summary>One character and its part of the line, in the direction of reading.</summary>
/// <param name="Text">The character; it may be a space.</param>
/// <param name="Probability">How probable it is.</param>
/// <param name="Start">Where it begins, as a share of the line's width.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct PlacedSymbol(string Text, float Probability, float Start, float End)
{
    public bool IsSpace => string.IsNullOrWhiteSpace(Text);
}
