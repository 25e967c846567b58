namespace Vision.Classifiers.Training;

/// <summary>
/// Which examples are held out from which training. Every class is divided by itself (stratified), in an order that depends on the
/// pictures' digests and on nothing else. From 20 pictures of each class on, one fifth is held out once. Below that one fifth would
/// tell little: five trainings hold out each fifth in turn, and every picture is answered by the one that did not see it.
/// </summary>
internal static class HoldoutPlan
{
    /// <summary>One fifth is held out.</summary>
    public const int Parts = 5;

    /// <summary>With as many pictures of each class one part is enough.</summary>
    private const int EnoughPerClass = 20;

    /// <summary>Gives the held-out examples of each training: one or five sets that have no example in common.</summary>
    public static IReadOnlyList<IReadOnlySet<EmbeddedExample>> Of(IReadOnlyList<EmbeddedExample> examples)
    {
        var classes = examples.GroupBy(static example => example.Class).ToList();
        var parts = Enumerable.Range(0, Parts)
            .Select(static _ => new HashSet<EmbeddedExample>(ReferenceEqualityComparer.Instance)).ToList();
        foreach (var members in classes)
        {
            // A digest is as good as a random number, and stays the same however the pictures are ordered.
            var place = 0;
            foreach (var example in members.OrderBy(static example => example.Digest, StringComparer.Ordinal))
            {
                parts[place++ % Parts].Add(example);
            }
        }

        return [.. parts.Take(classes.All(static members => members.Count() >= EnoughPerClass) ? 1 : Parts)];
    }
}
