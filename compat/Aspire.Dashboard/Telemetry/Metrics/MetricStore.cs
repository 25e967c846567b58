namespace Aspire.Dashboard.Telemetry.Metrics;

/// <summary>The instruments of all services. A query works while nothing is added, so it must be quick.</summary>
internal sealed class MetricStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<InstrumentKey, Instrument> instruments = [];
    private int seriesCount;

    public int SeriesCount => Volatile.Read(ref seriesCount);

    /// <summary>Adds to the series of an instrument.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="create">Makes it where it is new.</param>
    /// <param name="instance">The process.</param>
    /// <param name="attributes">What tells the series from others.</param>
    /// <param name="add">Adds values.</param>
    /// <returns>Whether there was room.</returns>
    public bool Add(
        InstrumentKey key, Func<InstrumentKey, Instrument> create, string instance, IReadOnlyList<TelemetryAttribute> attributes, Action<MetricSeries> add)
    {
        lock (gate)
        {
            if (!instruments.TryGetValue(key, out var instrument))
            {
                instruments[key] = instrument = create(key);
            }

            var before = instrument.Series.Count;
            if (instrument.Find(instance, attributes, mayGrow: seriesCount < TelemetryLimits.Series) is not { } series)
            {
                return false;
            }

            seriesCount += instrument.Series.Count - before;
            add(series);
            return true;
        }
    }

    /// <summary>Looks at the instruments of a service, or of all.</summary>
    public T Read<T>(string? source, Func<IReadOnlyList<Instrument>, T> read)
    {
        lock (gate)
        {
            return read([.. instruments.Values.Where(instrument => source is null || instrument.Key.Source == source)]);
        }
    }

    /// <summary>Forgets those of a service, or all.</summary>
    public void Clear(string? source)
    {
        lock (gate)
        {
            foreach (var key in instruments.Keys.Where(key => source is null || key.Source == source).ToList())
            {
                seriesCount -= instruments[key].Series.Count;
                instruments.Remove(key);
            }
        }
    }
}
