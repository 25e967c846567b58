using Vision.Text.Words;

namespace Vision.Text.Recognition;

/// <summary>What one line says.</summary>
/// <param name="Crop">The way in which it was read.</param>
/// <param name="Text">Its text.</param>
/// <param name="Confidence">The mean probability of its characters.</param>
/// <param name="Symbols">Its characters, those too that are trimmed off the text; null where nobody asks for them.</param>
internal readonly record struct RecognizedLine(LineCrop Crop, string Text, float Confidence, PlacedSymbol[]? Symbols);
