using System.Numerics.Tensors;
using Vision.Classifiers.Heads;

namespace Vision.Classifiers.Training;

/// <summary>What a head that had not seen an example answered.</summary>
/// <param name="Example">The example.</param>
/// <param name="Logits">One value a class, before the temperature.</param>
internal sealed record HoldoutAnswer(EmbeddedExample Example, float[] Logits)
{
    /// <summary>The class with the greatest logit.</summary>
    public int Answer { get; } = TensorPrimitives.IndexOfMax<float>(Logits);

    public bool IsRight => Answer == Example.Class;

    /// <summary>Asks a head that has not seen the example.</summary>
    public static HoldoutAnswer Of(ClassifierHead head, EmbeddedExample example)
    {
        var logits = new float[head.Classes];
        head.Logits(example.Embedding, logits);
        return new HoldoutAnswer(example, logits);
    }
}
