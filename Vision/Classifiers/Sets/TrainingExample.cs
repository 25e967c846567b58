namespace Vision.Classifiers;

/// <summary>One picture and what it shows; its memory is valid until the next one is read.</summary>
/// <param name="Label">The class.</param>
/// <param name="Image">The picture.</param>
internal readonly record struct TrainingExample(string Label, EncodedImage Image);
