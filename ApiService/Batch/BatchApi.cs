using ApiService.Analyze;
using ApiService.Caching;
using ApiService.Inference;
using ApiService.Ingest;
using ApiService.OpenApi;
using ApiService.RateLimiting;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApiService.Batch;

/// <summary><c>POST /api/analyze-batch</c>: several images, each of which may fail alone.</summary>
internal static class BatchApi
{
    /// <summary>How many images a batch may have.</summary>
    public const int MaximumImages = 16;

    public static void MapBatch(this IEndpointRouteBuilder routes) =>
        routes.MapAnalyzeGroup().CountImagesUnder(RateLimit.Analyze).RefuseWhenCrowded().MapPost("/analyze-batch", AnalyzeAsync)
            .WithName("AnalyzeBatch")
            .WithSummary("Tells what is in up to 16 images")
            .WithDescription("Takes JSON with the member images, or a form with several parts. Each image counts for the quota.")
            .WithMetadata(new ImageRequest(MaximumImages))
            .Produces<BatchAnalysis>()
            .ProducesAnalyzeProblems();

    public static async Task<FileContentHttpResult> AnalyzeAsync(
        HttpContext context,
        AnalyzeRequestReader reader,
        CallerRateLimiter limiter,
        AnalysisCache cache,
        CancellationToken cancellationToken)
    {
        using var request = await ReadAsync(context, reader, limiter, cancellationToken);
        await limiter.TakeAsync(context, request.Images.Count, cancellationToken);
        var run = new BatchRun(context, cache, request);
        return TypedResults.Bytes(await run.AnalyzeAsync(cancellationToken), "application/json");
    }

    /// <summary>Reads the images. A batch that is refused as a whole counts like one image, as it would on the other routes.</summary>
    private static async Task<AnalyzeRequest> ReadAsync(
        HttpContext context, AnalyzeRequestReader reader, CallerRateLimiter limiter, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(context.Request, MaximumImages, mayStream: false, cancellationToken);
        }
        catch (ProblemException)
        {
            await limiter.CountAsync(context, permits: 1, cancellationToken);
            throw;
        }
    }
}
