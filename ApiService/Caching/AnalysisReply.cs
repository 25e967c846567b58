using System.Diagnostics;
using Contracts;
using Vision;

namespace ApiService.Caching;

/// <summary>An analysis on its way to a caller.</summary>
/// <param name="Json">The analysis as UTF-8 JSON.</param>
/// <param name="CacheStatus">Where it comes from, as the header <c>Cache-Status</c> says it (RFC 9211).</param>
/// <param name="Timings">How long the stages took; nothing each where the answer was there already.</param>
internal sealed record AnalysisReply(ReadOnlyMemory<byte> Json, string CacheStatus, IReadOnlyList<StageTiming> Timings)
{
    public const string HeaderName = "Cache-Status";

    /// <summary>The run of another caller that it comes from, where the caller waited for one.</summary>
    public ActivityContext SharedRun { get; init; }

    /// <summary>Where it comes from in one word: the last one of <see cref="CacheStatus"/>.</summary>
    public string Source => CacheStatus[(CacheStatus.LastIndexOf('=') + 1)..];

    /// <summary>Says on a span where it comes from.</summary>
    public void Tell(Activity? activity)
    {
        activity?.SetTag(SpanAttributes.CacheResult, Source);
        if (SharedRun != default)
        {
            activity?.AddLink(new ActivityLink(SharedRun));
        }
    }

    public void WriteHeaders(HttpResponse response)
    {
        response.Headers[HeaderName] = CacheStatus;
        if (Timings.Count > 0)
        {
            response.Headers[ServerTiming.HeaderName] = ServerTiming.Format(Timings);
        }
    }
}
