using System.Numerics.Tensors;
using Vision.Decoding;
using Vision.Models;
using Vision.Models.Manifests;
using Vision.Models.Sessions;

namespace Vision.Labels;

/// <summary>A network with one logit a class, and with an embedding where its manifest names one.</summary>
internal sealed class NetworkClassifier : IClassifier
{
    private readonly ModelSession session;
    private readonly ModelOutputs outputs;
    private readonly long[] logitsShape;
    private readonly long[] embeddingShape;

    /// <exception cref="ModelLoadException">The network does not give what its manifest says.</exception>
    public NetworkClassifier(ModelSession session, ModelManifest manifest, int classes)
    {
        (this.session, outputs) = (session, manifest.Outputs);
        logitsShape = session.ShapeOf(outputs.Logits!);
        embeddingShape = outputs.Embedding is null ? [0] : session.ShapeOf(outputs.Embedding);
        if (LengthOf(logitsShape) != classes)
        {
            throw new ModelLoadException(
                $"Model {manifest.Name}@{manifest.Version} gives {LengthOf(logitsShape)} logits for {classes} labels.");
        }
    }

    public Classification Classify(PixelBuffer pixels)
    {
        var logits = new float[LengthOf(logitsShape)];
        var embedding = new float[LengthOf(embeddingShape)];
        var wanted = new OutputTensor(outputs.Logits!, logits, logitsShape);
        if (outputs.Embedding is null)
        {
            session.Run(pixels, wanted);
        }
        else
        {
            session.Run(pixels, wanted, new OutputTensor(outputs.Embedding, embedding, embeddingShape));
            Normalize(embedding);
        }

        Confidences.Softmax(logits);
        return new Classification(logits, embedding);
    }

    /// <summary>Divides by the Euclidean norm; a vector of zeros stays one.</summary>
    private static void Normalize(Span<float> vector)
    {
        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm > 0)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }
    }

    private static long LengthOf(long[] shape) => shape.Aggregate(1L, static (product, size) => product * size);
}
