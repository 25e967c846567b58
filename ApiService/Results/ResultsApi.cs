using ApiService.Caching;
using ApiService.Callers;
using ApiService.Inference;
using ApiService.Ingest;
using ApiService.OpenApi;
using ApiService.RateLimiting;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Vision;

namespace ApiService.Results;

/// <summary><c>GET /api/results/{digest}</c>: an analysis that was made before, from the caches alone.</summary>
internal static class ResultsApi
{
    public static void MapResults(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/results").WithTags("Analyse").OpenToAnybodyOr(CallerRoles.Analyze).CountUnder(RateLimit.Read)
            .MapGet("/{digest}", GetAsync)
            .WithName("GetResult")
            .WithSummary("An analysis made before, by the image's digest and the same options")
            .Produces<Analysis>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblems(400, 401, 403, 404, 429, 503)
            .CacheOutput(static policy => policy.VaryByLiveModel(static context => context.Request.Query["model"]));

    public static async Task<FileContentHttpResult> GetAsync(
        string digest,
        HttpContext context,
        AnalysisCache cache,
        IOptions<InferenceOptions> inference,
        CancellationToken cancellationToken)
    {
        var options = new RequestOptions(inference.Value.DefaultModel, context.Request.Query, mayStream: false).Build();
        var reply = await cache.FindAsync(digest, options, cancellationToken)
            ?? throw new ProblemException(ErrorCodes.ResultNotFound, "No analysis of this image with these options is kept.");
        reply.WriteHeaders(context.Response);
        var tag = new EntityTagHeaderValue($"\"{ImageDigest.Of(reply.Json.Span)}\"");
        return TypedResults.Bytes(reply.Json, "application/json", entityTag: tag);
    }
}
