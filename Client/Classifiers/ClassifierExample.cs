namespace Client;

/// <summary>A picture and what it shows.</summary>
/// <param name="Label">The class: 1 to 64 letters, digits, <c>-</c>, <c>_</c> and spaces.</param>
/// <param name="Image">The picture, or the upload that holds it.</param>
public sealed record ClassifierExample(string Label, ImageInput Image);
