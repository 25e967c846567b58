using System.Numerics.Tensors;
using Vision.Decoding;
using Vision.Labels;
using Vision.Models;

namespace Vision.Classifiers.Heads;

/// <summary>
/// A classifier of somebody's own: a head on the embeddings of another classifier, its backbone. A picture whose best class stays
/// below the head's threshold t is answered as unknown: then that is a class too, of weight t beside the others' probabilities, and
/// all are divided by 1 + t. It comes first then, the order of the others stays, and the sum stays 1.
/// </summary>
internal sealed class HeadClassifier : IClassifier
{
    /// <summary>Identifier and name of the class for pictures that show none of the others.</summary>
    public const string Unknown = "unknown";

    private readonly IClassifier backbone;
    private readonly ClassifierHead head;
    private readonly int labels;
    private readonly int unknown;

    /// <param name="backbone">Gives the embeddings.</param>
    /// <param name="head">The head.</param>
    /// <param name="labels">The head's classes, and after them <see cref="Unknown"/>, unless a class of the head itself bears that name.</param>
    /// <exception cref="ModelLoadException">Head and labels do not fit.</exception>
    public HeadClassifier(IClassifier backbone, ClassifierHead head, LabelSet labels)
    {
        (this.backbone, this.head, this.labels) = (backbone, head, labels.Count);
        unknown = Enumerable.Range(0, labels.Count).FirstOrDefault(index => labels[index].Id == Unknown, -1);
        if (unknown < 0 || labels.Count != (unknown == head.Classes ? head.Classes + 1 : head.Classes))
        {
            throw new ModelLoadException($"A head of {head.Classes} classes does not fit its {labels.Count} labels.");
        }
    }

    /// <summary>The head.</summary>
    public ClassifierHead Head => head;

    /// <summary>The lines of a labels file for classes in their order.</summary>
    public static IEnumerable<string> LabelsFor(IReadOnlyList<string> classes) =>
        (classes.Contains(Unknown, StringComparer.Ordinal) ? classes : classes.Append(Unknown)).Select(static label => $"{label}\t{label}");

    public Classification Classify(PixelBuffer pixels)
    {
        var embedding = backbone.Classify(pixels).Embedding;
        if (embedding.Length != head.Dimensions)
        {
            throw new InvalidOperationException(
                $"The backbone gives {embedding.Length} values, the head takes {head.Dimensions}.");
        }

        var probabilities = new float[labels];
        head.Probabilities(embedding, probabilities.AsSpan(0, head.Classes));
        if (TensorPrimitives.Max<float>(probabilities) < head.UnknownThreshold)
        {
            probabilities[unknown] += head.UnknownThreshold;
            TensorPrimitives.Divide(probabilities, 1 + head.UnknownThreshold, probabilities);
        }

        return new Classification(probabilities, embedding);
    }
}
