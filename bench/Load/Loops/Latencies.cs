namespace Load.Loops;

/// <summary>Times of answers, by rank.</summary>
internal sealed class Latencies(IEnumerable<TimeSpan> times)
{
    private readonly double[] sorted = [.. times.Select(time => time.TotalMilliseconds).Order()];

    public int Count => sorted.Length;

    /// <summary>In milliseconds; not a number where nothing was answered.</summary>
    public double Percentile(double share) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Min((int)(share * sorted.Length), sorted.Length - 1)];
}
