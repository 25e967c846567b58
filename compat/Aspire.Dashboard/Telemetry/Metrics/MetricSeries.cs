namespace Aspire.Dashboard.Telemetry.Metrics;

/// <summary>The values of one instrument for one set of attributes, of one process. Its store guards it.</summary>
internal sealed class MetricSeries(string instance, IReadOnlyList<TelemetryAttribute> attributes)
{
    private const int Spare = 1_000;

    private readonly List<MetricPoint> points = [];
    private readonly Queue<MetricExemplar> exemplars = [];
    private MetricValue total;

    public string Instance => instance;

    public IReadOnlyList<TelemetryAttribute> Attributes => attributes;

    /// <summary>The upper bounds of the buckets of a histogram; the last bucket has none.</summary>
    public IReadOnlyList<double> Bounds { get; set; } = [];

    public IReadOnlyList<MetricPoint> Points => points;

    public IReadOnlyCollection<MetricExemplar> Exemplars => exemplars;

    /// <param name="time">When.</param>
    /// <param name="value">The value.</param>
    /// <param name="isDelta">Whether it is only what is new since the last one.</param>
    public void Add(DateTimeOffset time, MetricValue value, bool isDelta)
    {
        total = isDelta ? total.Plus(value) : value;
        if (points.Count > 0 && points[^1] is var last && last.Value.IsSame(total))
        {
            points[^1] = last with { To = time };
            return;
        }

        points.Add(new MetricPoint(time, time, total));
        if (points.Count > TelemetryLimits.PointsPerSeries + Spare)
        {
            // Not one by one: taking the first of a list moves all the others.
            points.RemoveRange(0, points.Count - TelemetryLimits.PointsPerSeries);
        }
    }

    /// <summary>Adds one, unless it has been told before: some senders repeat the latest each time.</summary>
    public void Add(MetricExemplar exemplar)
    {
        if (exemplars.Contains(exemplar))
        {
            return;
        }

        exemplars.Enqueue(exemplar);
        if (exemplars.Count > TelemetryLimits.Exemplars)
        {
            exemplars.Dequeue();
        }
    }

    /// <summary>What the instrument showed at a moment; null before its first value.</summary>
    public MetricValue? At(DateTimeOffset time)
    {
        // The first point that begins later; the one before it holds.
        var low = 0;
        var high = points.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (points[middle].From <= time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 ? points[low - 1].Value : null;
    }
}
