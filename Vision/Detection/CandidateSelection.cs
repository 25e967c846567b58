namespace Vision.Detection;

/// <summary>Picks the boxes that a detector is sure enough of.</summary>
internal static class CandidateSelection
{
    /// <summary>So many go on to the suppression at most, whatever the image: its cost grows with their number.</summary>
    public const int Maximum = 1000;

    /// <summary>Gives the candidates of every class, best first. Those that lie outside the image are left out.</summary>
    /// <param name="scores">Values of shape [rows, classes].</param>
    /// <param name="boxes">Values of shape [rows, 4].</param>
    /// <param name="threshold">The lowest score.</param>
    public static List<Candidate> Select(ReadOnlySpan<float> scores, ReadOnlySpan<float> boxes, float threshold)
    {
        var classes = scores.Length / (boxes.Length / UnitBox.Numbers);
        var candidates = new List<Candidate>();
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] >= threshold && UnitBox.At(boxes, i / classes) is { IsEmpty: false } box)
            {
                candidates.Add(new Candidate(i / classes, i % classes, scores[i], box));
                if (candidates.Count == 2 * Maximum)
                {
                    KeepBest(candidates);
                }
            }
        }

        KeepBest(candidates);
        return candidates;
    }

    private static void KeepBest(List<Candidate> candidates)
    {
        candidates.Sort(Candidate.BestFirst);
        if (candidates.Count > Maximum)
        {
            candidates.RemoveRange(Maximum, candidates.Count - Maximum);
        }
    }
}
