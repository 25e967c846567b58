namespace Vision.Text.Recognition;

/// <summary>One character that a recogniser's outputs mean; spaces are characters here.</summary>
/// <param name="Text">The character.</param>
/// <param name="Probability">How probable it is.</param>
/// <param name="Step">The step at which it stands, the first one where it stands at several.</param>
internal readonly record struct DecodedSymbol(string Text, float Probability, int Step);
