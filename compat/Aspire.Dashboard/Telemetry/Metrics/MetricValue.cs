namespace Aspire.Dashboard.Telemetry.Metrics;

/// <summary>What an instrument showed: a number, or for a histogram how many measurements fell into each bucket.</summary>
/// <param name="Number">The number; for a histogram how many measurements there were.</param>
/// <param name="Counts">Measurements by bucket; null for a number.</param>
internal readonly record struct MetricValue(double Number, ulong[]? Counts)
{
    public bool IsSame(MetricValue other) => Number.Equals(other.Number)
        && (ReferenceEquals(Counts, other.Counts) || (Counts is not null && other.Counts is not null && Counts.AsSpan().SequenceEqual(other.Counts)));

    /// <summary>The sum of both, for a sender that tells only what is new.</summary>
    public MetricValue Plus(MetricValue more) => new(
        Number + more.Number,
        Counts is null || more.Counts is null || Counts.Length != more.Counts.Length ? more.Counts : [.. Counts.Zip(more.Counts, static (one, other) => one + other)]);
}
