namespace Aspire.Dashboard.Telemetry.Metrics;

/// <summary>Where in a histogram so many of a hundred measurements lie below, as Prometheus reckons it: evenly within a bucket.</summary>
internal static class Percentiles
{
    /// <param name="counts">Measurements by bucket; the last bucket has no bound.</param>
    /// <param name="bounds">The upper bounds of the others.</param>
    /// <param name="share">From 0 to 1.</param>
    /// <returns>Null where there is no measurement.</returns>
    public static double? Of(ReadOnlySpan<double> counts, IReadOnlyList<double> bounds, double share)
    {
        var total = 0.0;
        foreach (var count in counts)
        {
            total += count;
        }

        if (total <= 0 || bounds.Count == 0)
        {
            return null;
        }

        var rank = share * total;
        var below = 0.0;
        for (var bucket = 0; bucket < counts.Length; bucket++)
        {
            if (below + counts[bucket] >= rank && counts[bucket] > 0)
            {
                if (bucket >= bounds.Count)
                {
                    return bounds[^1];
                }

                var from = bucket == 0 ? Math.Min(0, bounds[0]) : bounds[bucket - 1];
                return from + ((bounds[bucket] - from) * (rank - below) / counts[bucket]);
            }

            below += counts[bucket];
        }

        return bounds[^1];
    }
}
