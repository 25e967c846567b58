using System.Globalization;

namespace Vision;

/// <summary>Stage timings as the value of a <c>Server-Timing</c> header (W3C Server Timing), in milliseconds.</summary>
public static class ServerTiming
{
    /// <summary>Name of the header.</summary>
    public const string HeaderName = "Server-Timing";

    private const string DurationParameter = ";dur=";

    /// <summary>Writes timings, for instance <c>queue;dur=0.1, decode;dur=2.6</c>.</summary>
    /// <param name="timings">The stages in order.</param>
    public static string Format(IEnumerable<StageTiming> timings) => string.Join(", ", timings.Select(timing =>
        string.Create(CultureInfo.InvariantCulture, $"{timing.Stage}{DurationParameter}{timing.Duration.TotalMilliseconds:0.###}")));

    /// <summary>Reads what <see cref="Format"/> wrote; entries of another form are left out.</summary>
    /// <param name="header">The header's value.</param>
    public static IReadOnlyList<StageTiming> Parse(string header)
    {
        var timings = new List<StageTiming>();
        foreach (var entry in header.Split(',', StringSplitOptions.TrimEntries))
        {
            var split = entry.IndexOf(DurationParameter, StringComparison.Ordinal);
            if (split > 0 && double.TryParse(
                entry.AsSpan(split + DurationParameter.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds))
            {
                timings.Add(new StageTiming(entry[..split], TimeSpan.FromMilliseconds(milliseconds)));
            }
        }

        return timings;
    }
}
