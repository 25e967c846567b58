using System.Collections.Frozen;

namespace WebFrontend.Status.Metrics;

/// <summary>Sums by name, for the names that are known beforehand: whatever else a service writes is neither kept nor published.</summary>
internal sealed class Tally(params IEnumerable<string> names)
{
    private readonly FrozenSet<string> known = names.ToFrozenSet(StringComparer.Ordinal);
    private readonly Dictionary<string, double> sums = new(StringComparer.Ordinal);

    /// <summary>The sums of those that were there.</summary>
    public IReadOnlyDictionary<string, double> Sums => sums;

    public void Add(string? name, double value)
    {
        if (name is not null && known.Contains(name))
        {
            sums[name] = sums.GetValueOrDefault(name) + value;
        }
    }
}
