namespace WebFrontend.Status.Metrics;

/// <summary>How many durations were not above each bound, since the service started.</summary>
/// <param name="Bounds">Seconds, from short to long.</param>
/// <param name="Counts">One more than there are bounds; the last one counts all.</param>
internal sealed record Histogram(IReadOnlyList<double> Bounds, IReadOnlyList<double> Counts);
