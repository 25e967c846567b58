namespace Contracts;

/// <summary>The text in an image.</summary>
/// <param name="Lines">Its lines in reading order, from top to bottom and from left to right.</param>
public sealed record RecognizedText(IReadOnlyList<TextLine> Lines);
