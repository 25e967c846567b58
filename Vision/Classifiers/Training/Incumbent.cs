using Vision.Classifiers.Heads;

namespace Vision.Classifiers.Training;

/// <summary>The live version that a new one has to be as good as.</summary>
/// <param name="Version">Its name.</param>
/// <param name="Accuracy">Its accuracy on record, 0 to 1; null where there is none.</param>
/// <param name="Head">Its head, where that tells the same classes from the embeddings of the same backbone.</param>
/// <param name="Digests">The pictures that it has learned from.</param>
internal sealed record Incumbent(string Version, double? Accuracy, ClassifierHead? Head, IReadOnlySet<string> Digests);
