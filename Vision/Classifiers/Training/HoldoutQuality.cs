using Contracts;

namespace Vision.Classifiers.Training;

/// <summary>The figures that held-out answers amount to.</summary>
internal static class HoldoutQuality
{
    private const int Decimals = 4;

    /// <summary>The quantile of the normal distribution for an interval of 95 %.</summary>
    private const double Quantile = 1.959964;

    /// <summary>Share of right answers.</summary>
    public static double Accuracy(IReadOnlyCollection<HoldoutAnswer> answers) =>
        answers.Count(static answer => answer.IsRight) / (double)answers.Count;

    /// <summary>
    /// Accuracy with the score interval of Wilson (1927): the centre is (p + z²/2n) / (1 + z²/n), the half width
    /// z √(p(1-p)/n + z²/4n²) / (1 + z²/n). It stays within 0 and 1 and says something also where all answers are right.
    /// </summary>
    public static HoldoutSummary Summarize(IReadOnlyCollection<HoldoutAnswer> answers)
    {
        var (n, p, z2) = (answers.Count, Accuracy(answers), Quantile * Quantile);
        var centre = (p + (z2 / (2 * n))) / (1 + (z2 / n));
        var half = Quantile * Math.Sqrt((p * (1 - p) / n) + (z2 / (4.0 * n * n))) / (1 + (z2 / n));
        return new HoldoutSummary(n, Round(p), Round(centre - half), Round(centre + half));
    }

    /// <summary>Counts the answers, of shape [truth, answer].</summary>
    public static int[][] Confusion(IEnumerable<HoldoutAnswer> answers, int classes)
    {
        var counts = Enumerable.Range(0, classes).Select(_ => new int[classes]).ToArray();
        foreach (var answer in answers)
        {
            counts[answer.Example.Class][answer.Answer]++;
        }

        return counts;
    }

    /// <summary>Precision and recall of each class.</summary>
    /// <param name="confusion">Of shape [truth, answer]; no row is empty.</param>
    /// <param name="labels">The names of the classes.</param>
    public static IReadOnlyList<ClassQuality> PerClass(int[][] confusion, IReadOnlyList<string> labels) =>
        [.. labels.Select((label, index) =>
        {
            var answered = confusion.Sum(row => row[index]);
            return new ClassQuality(
                label,
                answered == 0 ? null : Round(confusion[index][index] / (double)answered),
                Round(confusion[index][index] / (double)confusion[index].Sum()));
        })];

    private static double Round(double share) => Math.Round(Math.Clamp(share, 0, 1), Decimals);
}
