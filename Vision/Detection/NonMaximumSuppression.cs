namespace Vision.Detection;

/// <summary>
/// Leaves one box a thing: a detector gives many that hardly differ (greedy non-maximum suppression; Felzenszwalb et al., Object
/// Detection with Discriminatively Trained Part Based Models, 2010, 7.2).
/// </summary>
internal static class NonMaximumSuppression
{
    /// <summary>
    /// Takes the best candidate, then each next one that overlaps with none of its own class that was taken before.
    /// </summary>
    /// <param name="candidates">In any order.</param>
    /// <param name="limits">How much two boxes of a class may overlap, and how many are taken at most.</param>
    /// <returns>Those that were taken, best first.</returns>
    public static List<Candidate> Apply(IEnumerable<Candidate> candidates, DetectionLimits limits)
    {
        var ordered = candidates.ToList();
        ordered.Sort(Candidate.BestFirst);
        var taken = new List<Candidate>();
        foreach (var candidate in ordered)
        {
            if (taken.Count == limits.Maximum)
            {
                break;
            }

            if (!taken.Exists(better => better.Class == candidate.Class && better.Box.OverlapWith(candidate.Box) > limits.Overlap))
            {
                taken.Add(candidate);
            }
        }

        return taken;
    }
}
