using Aspire.Dashboard.Telemetry.Metrics;

namespace Aspire.Dashboard.Api;

/// <summary>Draws an instrument: a line for each set of attributes, or for a histogram its percentiles over all of them.</summary>
internal static class InstrumentChart
{
    private const int MostSeries = 50;
    private const int MostValues = 200;
    private const double Millisecond = 0.001;

    public static SeriesReply Of(Instrument instrument, SeriesQuery query)
    {
        var matching = instrument.Series.Where(query.Matches).ToList();
        var chart = new SeriesReply
        {
            Kind = instrument.Kind.ToString(),
            Unit = instrument.Unit,
            Description = instrument.Description,
            Dimensions = DimensionsOf(instrument),
            From = Seconds(query.To - query.Length),
            To = Seconds(query.To),
            StepSeconds = query.Step.TotalSeconds,
            Times = [.. query.Times.Select(Seconds)],
        };
        return instrument.Kind == InstrumentKind.Histogram ? WithPercentiles(chart, matching, query) : chart with
        {
            Series = [.. matching.Take(MostSeries).Select(series => new SeriesView(
                series.Attributes.DistinctBy(static attribute => attribute.Name, StringComparer.Ordinal).ToDictionary(static attribute => attribute.Name, static attribute => attribute.Value, StringComparer.Ordinal),
                [.. SeriesValues.Of(series, query, instrument.IsMonotonic)]))],
            Truncated = matching.Count > MostSeries,
        };
    }

    private static SeriesReply WithPercentiles(SeriesReply chart, List<MetricSeries> series, SeriesQuery query)
    {
        var bounds = series.Select(static one => one.Bounds).MaxBy(static bounds => bounds.Count) ?? [];
        var steps = SeriesValues.Buckets(series, query).ToList();
        var from = query.To - query.Length;
        return chart with
        {
            Percentiles = new PercentileView(At(0.5), At(0.9), At(0.99)),
            Counts = [.. steps.Select(static counts => counts.Sum())],
            Exemplars = [.. series.SelectMany(static one => one.Exemplars).Where(exemplar => exemplar.Time >= from)
                .Select(static exemplar => new ExemplarView(Seconds(exemplar.Time), exemplar.Value, exemplar.TraceId, exemplar.SpanId))],
        };

        IReadOnlyList<double?> At(double share) => [.. steps.Select(counts => Percentiles.Of(counts, bounds, share))];
    }

    private static IReadOnlyList<DimensionView> DimensionsOf(Instrument instrument) =>
    [
        .. instrument.Series.SelectMany(static series => series.Attributes).GroupBy(static attribute => attribute.Name, StringComparer.Ordinal).Select(static values =>
            new DimensionView(values.Key, [.. values.Select(static value => value.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostValues)])),
    ];

    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() * Millisecond;
}
