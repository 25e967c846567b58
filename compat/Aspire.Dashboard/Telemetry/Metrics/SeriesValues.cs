namespace Aspire.Dashboard.Telemetry.Metrics;

/// <summary>Turns what was received into the values of a chart.</summary>
internal static class SeriesValues
{
    /// <summary>What a series showed at each moment; for one that only grows by how much a second.</summary>
    public static IEnumerable<double?> Of(MetricSeries series, SeriesQuery query, bool isRate)
    {
        var before = series.At(query.To - query.Length)?.Number;
        foreach (var time in query.Times)
        {
            var now = series.Points.Count > 0 && series.Points[^1].To + Grace(query) < time ? null : series.At(time)?.Number;
            yield return !isRate ? now : now is { } value ? Growth(before ?? (series.Points[0].From <= time ? 0 : value), value) / query.Step.TotalSeconds : null;
            before = now;
        }
    }

    /// <summary>How many measurements fell into each bucket during each step, of all series that match.</summary>
    public static IEnumerable<double[]> Buckets(IReadOnlyList<MetricSeries> series, SeriesQuery query)
    {
        var length = series.Select(static one => one.Bounds.Count + 1).DefaultIfEmpty(0).Max();
        var before = series.Select(one => one.At(query.To - query.Length)?.Counts).ToArray();
        foreach (var time in query.Times)
        {
            var step = new double[length];
            for (var index = 0; index < series.Count; index++)
            {
                var now = series[index].At(time)?.Counts;
                for (var bucket = 0; now is not null && bucket < Math.Min(now.Length, length); bucket++)
                {
                    step[bucket] += Growth(before[index] is { } then && bucket < then.Length ? then[bucket] : 0, now[bucket]);
                }

                before[index] = now;
            }

            yield return step;
        }
    }

    // A counter that shows less than before has begun anew.
    private static double Growth(double before, double now) => now >= before ? now - before : now;

    /// <summary>How long a value holds that nobody has told again.</summary>
    private static TimeSpan Grace(SeriesQuery query) => query.Step + TimeSpan.FromMinutes(1);
}
