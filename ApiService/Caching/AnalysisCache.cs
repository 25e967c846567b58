using System.Diagnostics;
using ApiService.Inference;
using ApiService.Ingest;
using ApiService.Similar;
using Contracts;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Options;
using Vision;

namespace ApiService.Caching;

/// <summary>
/// Answers from memory, then from Redis, then by analysing. Callers who ask for the same analysis at the same time share one
/// run; it ends when the last of them leaves.
/// </summary>
internal sealed class AnalysisCache(
    HybridCache cache,
    IImageAnalyzer analyzer,
    ConcurrencyLimit limit,
    LiveModels models,
    ISimilarImages similar,
    CallerPatience patience,
    IOptions<CachingOptions> options)
{
    private const string Miss = "analysis; fwd=miss";
    private const string Coalesced = "analysis; fwd=miss; detail=coalesced";
    private const string FromMemory = "analysis; hit; detail=memory";
    private const string FromRedis = "analysis; hit; detail=redis";

    private readonly HybridCacheEntryOptions keep = new() { Expiration = options.Value.Expiration };
    private readonly HybridCacheEntryOptions findOnly = new()
    {
        Expiration = options.Value.Expiration,
        Flags = HybridCacheEntryFlags.DisableUnderlyingData,
    };

    /// <summary>Gives the analysis of an image, computed at most once.</summary>
    /// <exception cref="ProblemException">The image cannot be analysed, or not now.</exception>
    public async Task<AnalysisReply> AnalyzeAsync(
        ReceivedImage image,
        AnalysisOptions wanted,
        CacheUse use,
        IProgress<AnalysisEvent>? progress,
        Deadline deadline,
        CancellationToken cancellationToken)
    {
        var model = await models.FindAsync(wanted.Model, cancellationToken);
        var analysis = new ImageAnalysis(analyzer, limit, image, wanted, progress, deadline)
        {
            Similar = use == CacheUse.None ? null : similar,
        };

        // An unknown model has no version to keep anything under; the engine has the words for what is wrong with it.
        if (use == CacheUse.None || model is null)
        {
            var computed = await analysis.RunAsync(cancellationToken);
            return new AnalysisReply(computed.Json, Miss, analysis.Outcome!.Timings);
        }

        var key = AnalysisKey.Of(image.Image.Digest, wanted, model);
        if (use == CacheUse.Full && patience.IsUsual(wanted, deadline))
        {
            return await ShareAsync(key, analysis, wanted, cancellationToken);
        }

        var found = use == CacheUse.Full ? await FindAsync(image.Image.Digest, wanted, cancellationToken) : null;
        return found ?? await RefreshAsync(key, analysis, cancellationToken);
    }

    /// <summary>Finds an analysis that was made before; null if there is none.</summary>
    public async Task<AnalysisReply?> FindAsync(string digest, AnalysisOptions wanted, CancellationToken cancellationToken)
    {
        if (await models.FindAsync(wanted.Model, cancellationToken) is not { } model)
        {
            return null;
        }

        var asked = Stopwatch.GetTimestamp();
        var found = await cache.GetOrCreateAsync(
            AnalysisKey.Of(digest, wanted, model),
            static _ => ValueTask.FromResult<CachedAnalysis?>(null),
            findOnly,
            cancellationToken: cancellationToken);
        return found is null ? null : ReplyOf(found, wanted, asked);
    }

    private async Task<AnalysisReply> ShareAsync(
        string key, ImageAnalysis analysis, AnalysisOptions wanted, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var asked = Stopwatch.GetTimestamp();
                var value = await cache.GetOrCreateAsync(
                    key, analysis, static (own, token) => own.RunAsync(token), keep, cancellationToken: cancellationToken);
                if (analysis.Outcome is not { } outcome)
                {
                    return ReplyOf(value, wanted, asked);
                }

                await ForgetIfIncompleteAsync(key, outcome, cancellationToken);
                return new AnalysisReply(value.Json, Miss, outcome.Timings);
            }
            catch (ImageGoneException)
            {
                // The caller who was to run it for all has left; the next one begins.
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task<AnalysisReply> RefreshAsync(string key, ImageAnalysis analysis, CancellationToken cancellationToken)
    {
        var value = await analysis.RunAsync(cancellationToken);
        await cache.SetAsync(key, value, keep, cancellationToken: cancellationToken);
        await ForgetIfIncompleteAsync(key, analysis.Outcome!, cancellationToken);
        return new AnalysisReply(value.Json, Miss, analysis.Outcome!.Timings);
    }

    // A feature that failed, or made do with less, may do better next time.
    private async ValueTask ForgetIfIncompleteAsync(string key, AnalysisOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.Analysis.Errors.Count > 0 || outcome.IsProvisional)
        {
            await cache.RemoveAsync(key, cancellationToken);
        }
    }

    private static AnalysisReply ReplyOf(CachedAnalysis value, AnalysisOptions wanted, long asked) => value switch
    {
        _ when value.IsOlderThan(asked) => new AnalysisReply(value.Json, FromMemory, NoTime(wanted)),
        { IsFromRedis: true } => new AnalysisReply(value.Json, FromRedis, NoTime(wanted)),
        _ => new AnalysisReply(value.Json, Coalesced, value.Timings),
    };

    private static IReadOnlyList<StageTiming> NoTime(AnalysisOptions wanted) =>
        [.. FeatureNames.Split(wanted.Features).Select(FeatureNames.Of).Prepend("decode").Prepend("queue")
            .Select(static stage => new StageTiming(stage, TimeSpan.Zero))];
}
