using System.ComponentModel;
using System.Diagnostics;
using Vision;

namespace ApiService.Caching;

/// <summary>An analysis as the JSON that callers get. It never changes, so that all callers share one.</summary>
/// <param name="json">UTF-8.</param>
/// <param name="timings">How long its stages took; null if it was read from Redis.</param>
[ImmutableObject(true)]
internal sealed class CachedAnalysis(ReadOnlyMemory<byte> json, IReadOnlyList<StageTiming>? timings)
{
    private readonly long arrived = Stopwatch.GetTimestamp();

    public ReadOnlyMemory<byte> Json => json;

    /// <summary>The run that made it, for the traces of those who waited for the run of another.</summary>
    public ActivityContext Run { get; init; }

    public bool IsFromRedis => timings is null;

    public IReadOnlyList<StageTiming> Timings => timings ?? [];

    /// <summary>Whether it was already there at a moment of <see cref="Stopwatch"/>.</summary>
    public bool IsOlderThan(long timestamp) => arrived < timestamp;
}
