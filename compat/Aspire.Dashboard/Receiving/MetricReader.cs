using Aspire.Dashboard.Receiving.Protocol.Metrics;
using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Metrics;

namespace Aspire.Dashboard.Receiving;

/// <summary>Reads the values of an instrument; of an exponential histogram as one with bounds.</summary>
internal static class MetricReader
{
    /// <summary>More buckets than any histogram of the standard has.</summary>
    private const int MostBuckets = 400;

    public static InstrumentKind KindOf(Metric metric) => metric.DataCase switch
    {
        Metric.DataOneofCase.Sum => InstrumentKind.Sum,
        Metric.DataOneofCase.Histogram or Metric.DataOneofCase.ExponentialHistogram => InstrumentKind.Histogram,
        _ => InstrumentKind.Gauge,
    };

    public static IEnumerable<ReadPoint> Read(Metric metric) => metric.DataCase switch
    {
        Metric.DataOneofCase.Gauge => metric.Gauge.DataPoints.Select(static point => Number(point, isDelta: false)),
        Metric.DataOneofCase.Sum => metric.Sum.DataPoints.Select(point => Number(point, IsDelta(metric.Sum.AggregationTemporality))),
        Metric.DataOneofCase.Histogram => metric.Histogram.DataPoints.Select(point => Explicit(point, IsDelta(metric.Histogram.AggregationTemporality))),
        Metric.DataOneofCase.ExponentialHistogram =>
            metric.ExponentialHistogram.DataPoints.Select(point => Exponential(point, IsDelta(metric.ExponentialHistogram.AggregationTemporality))),
        _ => [],
    };

    private static bool IsDelta(AggregationTemporality temporality) => temporality == AggregationTemporality.Delta;

    private static ReadPoint Number(NumberDataPoint point, bool isDelta) => new(
        UnixTime.Of(point.TimeUnixNano),
        new MetricValue(point.ValueCase == NumberDataPoint.ValueOneofCase.AsInt ? point.AsInt : point.AsDouble, Counts: null),
        isDelta,
        [],
        point.Attributes,
        point.Exemplars);

    private static ReadPoint Explicit(HistogramDataPoint point, bool isDelta) => new(
        UnixTime.Of(point.TimeUnixNano),
        new MetricValue(point.Count, [.. point.BucketCounts.Take(MostBuckets)]),
        isDelta,
        [.. point.ExplicitBounds.Take(MostBuckets - 1)],
        point.Attributes,
        point.Exemplars);

    /// <summary>The bounds of bucket i are base^i and base^(i+1), where base is 2^(2^-scale).</summary>
    private static ReadPoint Exponential(ExponentialHistogramDataPoint point, bool isDelta)
    {
        var counts = point.Positive?.BucketCounts.Take(MostBuckets - 2).ToList() ?? [];
        var offset = point.Positive?.Offset ?? 0;
        var root = Math.Pow(2, Math.Pow(2, -point.Scale));
        return new ReadPoint(
            UnixTime.Of(point.TimeUnixNano),
            new MetricValue(point.Count, [point.ZeroCount, .. counts, 0]),
            isDelta,
            [.. Enumerable.Range(0, counts.Count + 1).Select(index => Math.Pow(root, offset + index))],
            point.Attributes,
            point.Exemplars);
    }
}
