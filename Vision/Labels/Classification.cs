namespace Vision.Labels;

/// <summary>What one run of a classifier gives; all features that need it share it.</summary>
/// <param name="Probabilities">One value a class, in the order of the labels; their sum is 1.</param>
/// <param name="Embedding">A vector of length one; empty where the model has none.</param>
internal sealed record Classification(float[] Probabilities, float[] Embedding);
