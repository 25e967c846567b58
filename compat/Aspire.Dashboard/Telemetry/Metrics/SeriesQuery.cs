namespace Aspire.Dashboard.Telemetry.Metrics;

/// <summary>Which part of an instrument somebody wants to see.</summary>
/// <param name="To">The end.</param>
/// <param name="Length">How long before it begins.</param>
/// <param name="Points">How many values.</param>
/// <param name="Dimensions">The values that an attribute may have; attributes that are not named may have any.</param>
internal sealed record SeriesQuery(DateTimeOffset To, TimeSpan Length, int Points, ILookup<string, string> Dimensions)
{
    public TimeSpan Step => Length / Points;

    /// <summary>The moments at which values are given; before the first one lies one step more.</summary>
    public IEnumerable<DateTimeOffset> Times => Enumerable.Range(1, Points).Select(step => To - Length + (Step * step));

    public bool Matches(MetricSeries series) => Dimensions.All(dimension =>
        dimension.Contains(series.Attributes.FirstOrDefault(attribute => attribute.Name == dimension.Key).Value ?? string.Empty, StringComparer.Ordinal));
}
