using ApiService.Caching;
using ApiService.Ingest;
using Contracts;

namespace ApiService.Jobs;

/// <summary>What a caller asks to be done later.</summary>
/// <param name="Image">The image; it belongs to the request that brought it.</param>
/// <param name="Options">What to compute.</param>
/// <param name="Use">What the caches may do.</param>
/// <param name="IdempotencyKey">The caller's own name for this request, made unique over all callers; null if it gave none.</param>
/// <param name="Trace">The activity that the job belongs to, as W3C trace context.</param>
internal sealed record JobRequest(
    ReceivedImage Image, AnalysisOptions Options, CacheUse Use, string? IdempotencyKey, string? Trace)
{
    /// <summary>What makes two requests the same: their image and their options.</summary>
    public string Fingerprint { get; } = $"{Image.Image.Digest}{AnalysisQuery.Format(Options)}";
}
