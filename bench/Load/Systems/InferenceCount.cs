using System.Globalization;
using System.Text.RegularExpressions;

namespace Load.Systems;

/// <summary>How often a process has run a model, by its own metrics.</summary>
internal static partial class InferenceCount
{
    /// <summary>The exporter answers from its last collection for 300 ms.</summary>
    private static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(1);

    public static async Task<long> ReadAsync(Uri engine, CancellationToken cancellationToken)
    {
        await Task.Delay(CacheTime, cancellationToken);
        using var client = new HttpClient { BaseAddress = engine };
        var metrics = await client.GetStringAsync("/metrics", cancellationToken);

        // One line a model and feature.
        return Samples().Matches(metrics).Sum(sample => (long)double.Parse(sample.ValueSpan, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"(?<=^vision_inference_duration_seconds_count(\{[^\n]*\})? )[^\s{]+", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Samples();
}
