using System.Diagnostics;
using ApiService.Inference;
using ApiService.Ingest;
using ApiService.Similar;
using ApiService.Telemetry;
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
    ApiTelemetry telemetry,
    IOptions<CachingOptions> options)
{
    private const int MostAttempts = 3;
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
        using var activity = ApiTelemetry.Source.StartActivity("cache");
        for (var attempt = 1; ; attempt++)
        {
            var versions = await models.ResolveAsync(wanted.Model, wanted.Features, cancellationToken);
            var isLast = attempt == MostAttempts;
            var allowed = isLast ? CacheUse.None : use;
            var analysis = new ImageAnalysis(analyzer, limit, image, wanted, versions, progress, deadline)
            {
                TakesAnyVersion = isLast,
                Similar = allowed == CacheUse.None ? null : similar,
            };
            try
            {
                var reply = await AnalyzeAsync(image, analysis, wanted, versions, allowed, cancellationToken);
                telemetry.Answered(reply.Source);
                reply.Tell(activity);
                return reply;
            }
            catch (Exception exception) when (!isLast && versions is not null && IsOfFormerVersion(exception))
            {
                // Between the question which version is live and the answer of the engine, another one was promoted, or it was deleted.
                models.Forget();
            }
        }
    }

    /// <summary>Finds an analysis that was made before; null if there is none.</summary>
    public async Task<AnalysisReply?> FindAsync(string digest, AnalysisOptions wanted, CancellationToken cancellationToken)
    {
        var versions = await models.ResolveAsync(wanted.Model, wanted.Features, cancellationToken);
        return versions is null ? null : await FindKeptAsync(AnalysisKey.Of(digest, wanted, versions), wanted, cancellationToken);
    }

    private async Task<AnalysisReply?> FindKeptAsync(string key, AnalysisOptions wanted, CancellationToken cancellationToken)
    {
        var asked = Stopwatch.GetTimestamp();
        var found = await cache.GetOrCreateAsync(
            key,
            static _ => ValueTask.FromResult<CachedAnalysis?>(null),
            findOnly,
            cancellationToken: cancellationToken);
        return found is null ? null : ReplyOf(found, wanted, asked);
    }

    private static bool IsOfFormerVersion(Exception exception) => exception is VersionsChangedException
        || (exception is ProblemException problem && problem.Code == ErrorCodes.ModelNotFound);

    private async Task<AnalysisReply> AnalyzeAsync(
        ReceivedImage image,
        ImageAnalysis analysis,
        AnalysisOptions wanted,
        ResolvedModels? versions,
        CacheUse use,
        CancellationToken cancellationToken)
    {
        // An unknown model has no version to keep anything under; the engine has the words for what is wrong with it.
        if (use == CacheUse.None || versions is null)
        {
            var computed = await analysis.RunAsync(cancellationToken);
            return new AnalysisReply(computed.Json, Miss, analysis.Outcome!.Timings);
        }

        var key = AnalysisKey.Of(image.Image.Digest, wanted, versions);
        if (use == CacheUse.Full && patience.IsUsual(wanted, analysis.Deadline))
        {
            return await ShareAsync(key, analysis, wanted, cancellationToken);
        }

        var found = use == CacheUse.Full ? await FindKeptAsync(key, wanted, cancellationToken) : null;
        return found ?? await RefreshAsync(key, analysis, cancellationToken);
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
        _ => new AnalysisReply(value.Json, Coalesced, value.Timings) { SharedRun = value.Run },
    };

    private static IReadOnlyList<StageTiming> NoTime(AnalysisOptions wanted) =>
        [.. FeatureNames.Split(wanted.Features).Select(FeatureNames.Of).Prepend("decode").Prepend("queue")
            .Select(static stage => new StageTiming(stage, TimeSpan.Zero))];
}
