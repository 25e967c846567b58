using System.Globalization;

namespace Vision.Classifiers.Training;

/// <summary>
/// Decides whether a new version becomes live: its accuracy on pictures that were held out reaches the minimum, and is not below
/// that of the live version. Both answer the same held-out pictures where they have the same classes and backbone. Pictures that
/// the live version has learned from do not count then: it would know them all. Where fewer than ten are left, and where the
/// classes differ, its accuracy on record is what counts.
/// </summary>
internal static class PromotionGate
{
    private const int EnoughUnseen = 10;

    /// <summary>Decides on a new version.</summary>
    /// <param name="answers">What it answered to the pictures that were held out.</param>
    /// <param name="minimum">The accuracy that it needs, 0 to 1.</param>
    /// <param name="live">The live version; null if there is none.</param>
    public static GateDecision Decide(IReadOnlyList<HoldoutAnswer> answers, double minimum, Incumbent? live)
    {
        var accuracy = HoldoutQuality.Accuracy(answers);
        if (accuracy < minimum)
        {
            return Kept($"the hold-out accuracy {Text(accuracy)} is below the minimum of {Text(minimum)}");
        }

        var reached = $"the hold-out accuracy {Text(accuracy)} reaches the minimum of {Text(minimum)}";
        if (live is null)
        {
            return Promoted($"{reached}, and no version was live");
        }

        var unseen = answers.Where(answer => !live.Digests.Contains(answer.Example.Digest)).ToList();
        if (live.Head is { } head && unseen.Count >= EnoughUnseen)
        {
            return Compare(
                reached, HoldoutQuality.Accuracy(unseen), HoldoutQuality.Accuracy([.. unseen.Select(answer => HoldoutAnswer.Of(head, answer.Example))]),
                string.Create(CultureInfo.InvariantCulture, $"on {unseen.Count} held-out pictures that the live version {live.Version} had not seen either"));
        }

        return live.Accuracy is { } onRecord
            ? Compare(reached, accuracy, onRecord, $"by the accuracy on record of the live version {live.Version}")
            : Promoted($"{reached}, and the live version {live.Version} has no accuracy on record");
    }

    private static GateDecision Compare(string reached, double accuracy, double liveAccuracy, string how) => accuracy >= liveAccuracy
        ? Promoted($"{reached}, and {how} it is not worse: {Text(accuracy)} to {Text(liveAccuracy)}")
        : Kept($"{reached}, but {how} it is worse: {Text(accuracy)} to {Text(liveAccuracy)}");

    private static GateDecision Promoted(string reason) => new(true, $"Promoted: {reason}.");

    private static GateDecision Kept(string reason) => new(false, $"Kept and not promoted: {reason}.");

    private static string Text(double share) => share.ToString("0.####", CultureInfo.InvariantCulture);
}
