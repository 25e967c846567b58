using System.Numerics.Tensors;
using Vision.Labels;

namespace Vision.Classifiers.Heads;

/// <summary>
/// A multinomial logistic regression on embeddings: the logit of class k is w_k · x + b_k (Bishop, Pattern Recognition and Machine
/// Learning, 4.3.4).
/// </summary>
internal sealed class ClassifierHead
{
    private readonly float[] weights;
    private readonly float[] biases;

    /// <param name="weights">Of shape [classes, dimensions], row by row.</param>
    /// <param name="biases">One a class.</param>
    public ClassifierHead(float[] weights, float[] biases)
    {
        if (biases.Length == 0 || weights.Length % biases.Length != 0)
        {
            throw new ArgumentException("The weights are no whole number of rows.", nameof(weights));
        }

        (this.weights, this.biases) = (weights, biases);
    }

    public int Classes => biases.Length;

    public int Dimensions => weights.Length / biases.Length;

    public ReadOnlySpan<float> Weights => weights;

    public ReadOnlySpan<float> Biases => biases;

    /// <summary>By what the logits are divided before the softmax (Guo et al., On Calibration of Modern Neural Networks, 2017); above 0.</summary>
    public float Temperature { get; init; } = 1;

    /// <summary>Below this probability of the best class the answer is that the picture shows none of them; 0 to 1.</summary>
    public float UnknownThreshold { get; init; }

    /// <summary>Computes the logits of one embedding, before the temperature.</summary>
    /// <param name="embedding">A vector of <see cref="Dimensions"/> values.</param>
    /// <param name="logits">Receives one value a class.</param>
    public void Logits(ReadOnlySpan<float> embedding, Span<float> logits)
    {
        for (var i = 0; i < biases.Length; i++)
        {
            logits[i] = TensorPrimitives.Dot(Weights.Slice(i * Dimensions, Dimensions), embedding) + biases[i];
        }
    }

    /// <summary>Computes the calibrated probabilities of one embedding.</summary>
    /// <param name="embedding">A vector of <see cref="Dimensions"/> values.</param>
    /// <param name="probabilities">Receives one value a class; their sum is 1.</param>
    public void Probabilities(ReadOnlySpan<float> embedding, Span<float> probabilities)
    {
        Logits(embedding, probabilities);
        TensorPrimitives.Divide(probabilities, Temperature, probabilities);
        Confidences.Softmax(probabilities);
    }
}
