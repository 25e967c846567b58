namespace Aspire.Dashboard.Telemetry.Metrics;

/// <summary>An instrument of a service, with a series for each set of attributes. Its store guards it.</summary>
internal sealed class Instrument(InstrumentKey key, string description, string unit, InstrumentKind kind, bool isMonotonic)
{
    private readonly Dictionary<string, MetricSeries> series = new(StringComparer.Ordinal);

    public InstrumentKey Key => key;

    public string Description => description;

    public string Unit => unit;

    public InstrumentKind Kind => kind;

    /// <summary>Whether it only grows, so that its rate is what matters.</summary>
    public bool IsMonotonic => isMonotonic;

    public IReadOnlyCollection<MetricSeries> Series => series.Values;

    /// <summary>The series of a process and a set of attributes; null where there may be no more of them.</summary>
    public MetricSeries? Find(string instance, IReadOnlyList<TelemetryAttribute> attributes, bool mayGrow)
    {
        var name = $"{instance}\n{string.Join('\n', attributes.OrderBy(static attribute => attribute.Name, StringComparer.Ordinal).Select(static attribute => $"{attribute.Name}={attribute.Value}"))}";
        if (series.TryGetValue(name, out var known))
        {
            return known;
        }

        return mayGrow && series.Count < TelemetryLimits.SeriesPerInstrument ? series[name] = new MetricSeries(instance, attributes) : null;
    }
}
