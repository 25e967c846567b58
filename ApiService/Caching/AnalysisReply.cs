using Vision;

namespace ApiService.Caching;

/// <summary>An analysis on its way to a caller.</summary>
/// <param name="Json">The analysis as UTF-8 JSON.</param>
/// <param name="CacheStatus">Where it comes from, as the header <c>Cache-Status</c> says it (RFC 9211).</param>
/// <param name="Timings">How long the stages took; nothing each where the answer was there already.</param>
internal sealed record AnalysisReply(ReadOnlyMemory<byte> Json, string CacheStatus, IReadOnlyList<StageTiming> Timings)
{
    public const string HeaderName = "Cache-Status";

    /// <summary>Where it comes from in one word: the last one of <see cref="CacheStatus"/>.</summary>
    public string Source => CacheStatus[(CacheStatus.LastIndexOf('=') + 1)..];

    public void WriteHeaders(HttpResponse response)
    {
        response.Headers[HeaderName] = CacheStatus;
        if (Timings.Count > 0)
        {
            response.Headers[ServerTiming.HeaderName] = ServerTiming.Format(Timings);
        }
    }
}
