namespace Aspire.Dashboard.Telemetry;

/// <summary>The processes that have sent telemetry, in the order in which they came. One more than may be is taken for the last.</summary>
internal sealed class TelemetrySources
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Name, string Instance), TelemetrySource> sources = [];
    private readonly List<string> names = [];

    /// <summary>The names of services, in the order in which they came.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Instances)> All()
    {
        lock (gate)
        {
            return [.. names.Select(name => (name, (IReadOnlyList<string>)[.. sources.Values.Where(source => source.Name == name).Select(static source => source.Instance)]))];
        }
    }

    public TelemetrySource Find(string name, string instance, IReadOnlyList<TelemetryAttribute> attributes)
    {
        lock (gate)
        {
            if (sources.TryGetValue((name, instance), out var known))
            {
                return known;
            }

            if (sources.Count >= TelemetryLimits.Sources)
            {
                return sources.Values.Last();
            }

            if (!names.Contains(name, StringComparer.Ordinal))
            {
                names.Add(name);
            }

            return sources[(name, instance)] = new TelemetrySource(name, instance, attributes);
        }
    }
}
