using System.Text.Json;
using ApiService.Caching;
using ApiService.Inference;
using ApiService.Ingest;
using Contracts;
using Microsoft.Extensions.Options;
using ServiceDefaults.Deadlines;
using Vision;

namespace ApiService.Compatibility;

/// <summary>Analyses an image for a caller who knows another API: by the same caches and the same engine as every other one.</summary>
internal sealed class CloudAnalyzer(AnalysisCache cache, IOptions<InferenceOptions> inference)
{
    /// <summary>Gives what is in an image, with as much detail as any of the APIs can tell.</summary>
    /// <param name="context">The request.</param>
    /// <param name="image">The image.</param>
    /// <param name="features">What to compute.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ProblemException">The image cannot be analysed, or not now.</exception>
    public async Task<(Analysis Analysis, AnalysisReply Reply)> AnalyzeAsync(
        HttpContext context, ReceivedImage image, Features features, CancellationToken cancellationToken)
    {
        var options = new AnalysisOptions
        {
            Features = features,
            Top = AnalysisOptions.MaximumTop,
            Model = inference.Value.DefaultModel,
            TextDetail = TextDetail.Symbols,
        };
        var deadline = Deadline.In(RequestDeadline.LeftOf(context));
        var reply = await cache.AnalyzeAsync(
            image, options, CacheUses.Of(context.Request), progress: null, deadline, cancellationToken);
        return (JsonSerializer.Deserialize(reply.Json.Span, ContractsJsonContext.Default.Analysis)!, reply);
    }

    /// <summary>Why the first of the features that failed did; null where none did.</summary>
    public static ProblemException? ProblemOf(Analysis analysis) => analysis.Errors is [var first, ..]
        ? new ProblemException(ErrorCodes.Find(first.Code) ?? ErrorCodes.FeatureFailed, first.Detail)
        : null;
}
