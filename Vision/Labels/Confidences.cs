using System.Numerics.Tensors;

namespace Vision.Labels;

/// <summary>From logits to the probabilities that callers see.</summary>
internal static class Confidences
{
    private const int Decimals = 4;

    /// <summary>
    /// Softmax in place: p_i = exp(x_i - max x) / sum_j exp(x_j - max x). Taking the maximum away keeps the exponentials finite
    /// (Goodfellow, Bengio and Courville, Deep Learning, 4.1).
    /// </summary>
    public static void Softmax(Span<float> logits)
    {
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max<float>(logits), logits);
        TensorPrimitives.SoftMax(logits, logits);
    }

    /// <summary>Rounds to what is worth telling; a sum of rounding errors never exceeds one.</summary>
    public static float Round(float probability) => MathF.Round(Math.Clamp(probability, 0f, 1f), Decimals);
}
