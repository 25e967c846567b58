namespace WebFrontend.Status.Metrics;

/// <summary>One number that a service tells of itself.</summary>
/// <param name="Name">The metric's name, as Prometheus writes it.</param>
/// <param name="Labels">What tells it from the others of its name.</param>
/// <param name="Value">A finite number.</param>
internal sealed record Sample(string Name, IReadOnlyDictionary<string, string> Labels, double Value)
{
    /// <summary>The value of a label; null where it has none.</summary>
    public string? this[string label] => Labels.GetValueOrDefault(label);
}
