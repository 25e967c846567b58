namespace Vision.Colors;

/// <summary>The few colours that people would name in a picture, out of all that it has.</summary>
internal static class Palette
{
    /// <summary>Clusters to begin with: enough for a small vivid spot to have one of its own.</summary>
    private const int Clusters = 16;

    /// <summary>Colours that are nearer to each other in Oklab are told as one.</summary>
    private const double Near = 0.04;

    /// <summary>Picks at most so many colours.</summary>
    /// <param name="pure">The colours to pick from.</param>
    /// <param name="all">The colours whose shares are told.</param>
    /// <param name="maximum">How many at most.</param>
    /// <param name="minimumShare">Colours with a smaller share of the pixels are counted to the nearest other one.</param>
    /// <returns>The colours with their numbers of pixels in <paramref name="all"/>, greatest first.</returns>
    public static List<WeightedColor> Of(
        IReadOnlyList<WeightedColor> pure, IReadOnlyList<WeightedColor> all, int maximum, double minimumShare)
    {
        var clusters = ColorClusters.Of(pure, Clusters);
        MergeNear(clusters);
        clusters = WithoutRare(clusters, pure, minimumShare);
        MergeTo(clusters, maximum);
        clusters = WithoutRare(clusters, all, minimumShare);
        return [.. clusters.OrderByDescending(static cluster => cluster.Weight)];
    }

    private static void MergeNear(List<WeightedColor> clusters)
    {
        while (clusters.Count > 1)
        {
            var (one, other) = LeastPair(clusters, static (x, y) => x.Color.SquaredDistanceTo(y.Color));
            if (clusters[one].Color.SquaredDistanceTo(clusters[other].Color) >= Near * Near)
            {
                return;
            }

            Merge(clusters, one, other);
        }
    }

    // What merging two clusters adds to the squared distances of all pixels to their colour (Ward, Hierarchical grouping to
    // optimize an objective function, 1963): so similar colours become one before a small vivid spot is given up.
    private static void MergeTo(List<WeightedColor> clusters, int maximum)
    {
        while (clusters.Count > maximum)
        {
            var (one, other) = LeastPair(
                clusters, static (x, y) => x.Weight * y.Weight / (x.Weight + y.Weight) * x.Color.SquaredDistanceTo(y.Color));
            Merge(clusters, one, other);
        }
    }

    // A rare colour goes to the nearest one without changing it: specks do not stain what they lie on.
    private static List<WeightedColor> WithoutRare(
        List<WeightedColor> clusters, IReadOnlyList<WeightedColor> colors, double minimumShare)
    {
        var total = colors.Sum(static color => color.Weight);
        while (true)
        {
            clusters = ColorClusters.Weigh(colors, clusters);
            var rarest = clusters.MinBy(static cluster => cluster.Weight);
            if (clusters.Count == 1 || rarest.Weight >= minimumShare * total)
            {
                return clusters;
            }

            clusters.Remove(rarest);
        }
    }

    private static void Merge(List<WeightedColor> clusters, int one, int other)
    {
        clusters[one] = clusters[one].With(clusters[other]);
        clusters.RemoveAt(other);
    }

    private static (int One, int Other) LeastPair(List<WeightedColor> clusters, Func<WeightedColor, WeightedColor, double> cost)
    {
        var (least, pair) = (double.PositiveInfinity, (One: 0, Other: 1));
        for (var i = 0; i < clusters.Count; i++)
        {
            for (var j = i + 1; j < clusters.Count; j++)
            {
                var found = cost(clusters[i], clusters[j]);
                (least, pair) = found < least ? (found, (i, j)) : (least, pair);
            }
        }

        return pair;
    }
}
