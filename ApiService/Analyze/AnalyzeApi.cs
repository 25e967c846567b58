using ApiService.Caching;
using ApiService.Inference;
using ApiService.Ingest;
using ApiService.OpenApi;
using ApiService.RateLimiting;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Streaming;
using Vision;

namespace ApiService.Analyze;

/// <summary><c>POST /api/analyze</c>: one image, three bodies, one answer.</summary>
internal static class AnalyzeApi
{
    public static void MapAnalyze(this IEndpointRouteBuilder routes) =>
        routes.MapAnalyzeGroup().CountUnder(RateLimit.Analyze).RefuseWhenCrowded().MapPost("/analyze", AnalyzeAsync)
            .WithName("Analyze")
            .WithSummary("Tells what is in an image")
            .WithDescription(
                "Takes one image as base64 JSON, as a form, or as the bytes themselves; the answer is the same. As events it is told by "
                + "accepted, progress, one feature as each is done, and completed with the analysis or failed with the problem.")
            .WithMetadata(new ImageRequest(MaximumImages: 1, MayStream: true))
            .ReadsHeader("Cache-Control", "^no-(cache|store)$", "no-cache computes anew and stores; no-store also keeps nothing.")
            .Produces<Analysis>()
            .WritesHeader(200, AnalysisReply.HeaderName, "Where the answer comes from (RFC 9211): analysis; hit or analysis; fwd=miss.")
            .WritesHeader(200, ServerTiming.HeaderName, "How long queue, decode and each feature took.")
            .ProducesAnalyzeProblems();

    public static async Task<Results<FileContentHttpResult, ServerSentEventsResult<string>>> AnalyzeAsync(
        HttpContext context, AnalyzeRequestReader reader, AnalysisCache cache, CancellationToken cancellationToken)
    {
        var request = await reader.ReadAsync(context.Request, maximumImages: 1, mayStream: true, cancellationToken);
        context.Response.RegisterForDispose(request);
        var use = CacheUses.Of(context.Request);
        if (request.IsStream || ServerEvents.IsAccepted(context.Request))
        {
            return ServerEvents.Run(context, (events, token) => new AnalysisStream(cache, events).TellAsync(request, use, token));
        }

        var reply = await cache.AnalyzeAsync(request.Image, request.Options, use, progress: null, request.Deadline, cancellationToken);
        reply.WriteHeaders(context.Response);
        return TypedResults.Bytes(reply.Json, "application/json");
    }
}
