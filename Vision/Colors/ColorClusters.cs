namespace Vision.Colors;

/// <summary>
/// Weighted k-means (Lloyd, Least squares quantization in PCM, 1982). It begins with the commonest colour and then always with the
/// one that is common and far from those before, so that the same picture always gives the same clusters.
/// </summary>
internal static class ColorClusters
{
    private const int MaximumRounds = 20;

    /// <summary>Gives the means of the clusters with their weights.</summary>
    /// <param name="colors">The colours; none has the weight zero.</param>
    /// <param name="count">How many clusters at most.</param>
    public static List<WeightedColor> Of(IReadOnlyList<WeightedColor> colors, int count)
    {
        var clusters = Seeds(colors, count);
        var nearest = new int[colors.Count];
        for (var round = 0; round < MaximumRounds && Assign(colors, clusters, nearest); round++)
        {
            clusters = Means(colors, nearest, clusters.Count);
        }

        return clusters;
    }

    /// <summary>Gives each cluster the weight of all colours that are nearest to it, and leaves it where it is.</summary>
    public static List<WeightedColor> Weigh(IReadOnlyList<WeightedColor> colors, IReadOnlyList<WeightedColor> clusters)
    {
        var weights = new double[clusters.Count];
        foreach (var color in colors)
        {
            weights[NearestTo(color.Color, clusters)] += color.Weight;
        }

        return [.. clusters.Select((cluster, index) => cluster with { Weight = weights[index] })];
    }

    private static List<WeightedColor> Seeds(IReadOnlyList<WeightedColor> colors, int count)
    {
        List<WeightedColor> seeds = [colors.MaxBy(static color => color.Weight)];
        var distances = colors.Select(color => color.Color.SquaredDistanceTo(seeds[0].Color)).ToArray();
        while (seeds.Count < count)
        {
            var best = Enumerable.Range(0, colors.Count).MaxBy(index => colors[index].Weight * distances[index]);
            if (distances[best] <= 0)
            {
                break;
            }

            seeds.Add(colors[best]);
            for (var i = 0; i < distances.Length; i++)
            {
                distances[i] = Math.Min(distances[i], colors[i].Color.SquaredDistanceTo(colors[best].Color));
            }
        }

        return seeds;
    }

    /// <returns>Whether any colour has changed its cluster.</returns>
    private static bool Assign(IReadOnlyList<WeightedColor> colors, List<WeightedColor> clusters, int[] nearest)
    {
        var hasChanged = false;
        for (var i = 0; i < nearest.Length; i++)
        {
            var found = NearestTo(colors[i].Color, clusters);
            hasChanged |= found != nearest[i];
            nearest[i] = found;
        }

        return hasChanged;
    }

    private static List<WeightedColor> Means(IReadOnlyList<WeightedColor> colors, int[] nearest, int count)
    {
        var means = new WeightedColor[count];
        for (var i = 0; i < nearest.Length; i++)
        {
            means[nearest[i]] = means[nearest[i]].With(colors[i]);
        }

        // A cluster that has lost all its colours is none any more.
        return [.. means.Where(static mean => mean.Weight > 0)];
    }

    private static int NearestTo(OkLab color, IReadOnlyList<WeightedColor> clusters)
    {
        var (nearest, least) = (0, double.PositiveInfinity);
        for (var i = 0; i < clusters.Count; i++)
        {
            var distance = color.SquaredDistanceTo(clusters[i].Color);
            if (distance < least)
            {
                (nearest, least) = (i, distance);
            }
        }

        return nearest;
    }
}
