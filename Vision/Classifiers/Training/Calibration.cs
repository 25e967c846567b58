using System.Numerics.Tensors;
using Vision.Labels;

namespace Vision.Classifiers.Training;

/// <summary>Makes the confidences of a head honest, by its answers to examples that it had not seen.</summary>
internal static class Calibration
{
    private const double LowestTemperature = 0.01;
    private const double HighestTemperature = 100;
    private const int Steps = 60;
    private const double GoldenRatio = 0.6180339887498949;

    /// <summary>Of 20 right answers one may fall below the threshold.</summary>
    private const double ShareBelowThreshold = 0.05;

    /// <summary>However sure the right answers are: a picture that is surer than this is never taken for unknown.</summary>
    private const float HighestThreshold = 0.7f;

    /// <summary>
    /// The temperature T with the least mean of -Σ_k t_k log softmax(z / T)_k (Guo et al., 2017), found by golden-section search on
    /// log T. With targets 0 and 1 the best T for answers that are all right would be 0, and every confidence 1; so the targets t
    /// are those of Platt (1999): (n + 1) / (n + K) for the truth and 1 / (n + K) for each other of the K classes, n answers.
    /// </summary>
    public static float Temperature(IReadOnlyList<HoldoutAnswer> answers)
    {
        var (low, high) = (Math.Log(LowestTemperature), Math.Log(HighestTemperature));
        for (var i = 0; i < Steps; i++)
        {
            var left = high - (GoldenRatio * (high - low));
            var right = low + (GoldenRatio * (high - low));
            (low, high) = Loss(answers, Math.Exp(left)) <= Loss(answers, Math.Exp(right)) ? (low, right) : (left, high);
        }

        return (float)Math.Exp((low + high) / 2);
    }

    /// <summary>
    /// The threshold of the unknown: the confidence that 95 % of the right answers reach, but no more than 0.7; 0 where no answer
    /// was right.
    /// </summary>
    public static float UnknownThreshold(IReadOnlyList<HoldoutAnswer> answers, float temperature)
    {
        var confidences = answers.Where(static answer => answer.IsRight)
            .Select(answer => Probabilities(answer.Logits, temperature).Max()).Order().ToList();
        return confidences.Count == 0 ? 0 : Math.Min(HighestThreshold, confidences[(int)(ShareBelowThreshold * confidences.Count)]);
    }

    private static double Loss(IReadOnlyList<HoldoutAnswer> answers, double temperature)
    {
        var classes = answers[0].Logits.Length;
        var other = 1.0 / (answers.Count + classes);
        return answers.Sum(answer =>
        {
            var scaled = new float[classes];
            TensorPrimitives.Divide(answer.Logits, (float)temperature, scaled);
            TensorPrimitives.Subtract(scaled, TensorPrimitives.Max<float>(scaled), scaled);
            var logSum = Math.Log(scaled.Sum(static value => Math.Exp(value)));
            var all = scaled.Sum(value => value - logSum);
            return -((answers.Count * other * (scaled[answer.Example.Class] - logSum)) + (other * all));
        });
    }

    private static float[] Probabilities(float[] logits, float temperature)
    {
        var probabilities = new float[logits.Length];
        TensorPrimitives.Divide(logits, temperature, probabilities);
        Confidences.Softmax(probabilities);
        return probabilities;
    }
}
