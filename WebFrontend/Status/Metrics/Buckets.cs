using System.Globalization;

namespace WebFrontend.Status.Metrics;

/// <summary>One histogram, put together of all series that belong to it.</summary>
internal sealed class Buckets
{
    private const int MostBounds = 64;
    private const string Everything = "+Inf";

    private readonly SortedDictionary<double, double> counts = [];

    /// <param name="bound">The value of the label <c>le</c>.</param>
    /// <param name="count">How many were not above it.</param>
    public void Add(string? bound, double count)
    {
        var isBound = double.TryParse(bound, NumberStyles.Float, CultureInfo.InvariantCulture, out var upper) && double.IsFinite(upper);
        if (bound == Everything)
        {
            upper = double.PositiveInfinity;
        }
        else if (!isBound)
        {
            return;
        }

        if (counts.ContainsKey(upper) || counts.Count < MostBounds)
        {
            counts[upper] = counts.GetValueOrDefault(upper) + count;
        }
    }

    /// <summary>The histogram; null where there is none.</summary>
    public Histogram? ToHistogram() => counts.ContainsKey(double.PositiveInfinity)
        ? new Histogram([.. counts.Keys.Where(double.IsFinite)], [.. counts.Values])
        : null;
}
