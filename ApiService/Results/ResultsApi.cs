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
using ServiceDefaults.Deadlines;
using Vision;

namespace ApiService.Results;

/// <summary><c>GET /api/results/{digest}</c>: an analysis that was made before, from the caches alone.</summary>
internal static class ResultsApi
{
    public static void MapResults(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/results").WithTags("Analyse").OpenToAnybodyOr(CallerRoles.Analyze).CountUnder(RateLimit.Read)
            .EndDeadlineWithWork()
            .MapGet("/{digest}", GetAsync)
            .WithName("GetResult")
            .WithSummary("An analysis made before, by the image's digest and the same options")
            .WithMetadata(new ImageRequest(MaximumImages: 0))
            .ReadsHeader("If-None-Match", "^(W/)?\"[!-~]*\"$", "The tag of an answer that the caller has.")
            .Produces<Analysis>()
            .Produces(StatusCodes.Status304NotModified)
            .WritesHeader(200, "ETag", "The tag of this answer.")
            .WritesHeader(304, "ETag", "The tag of this answer.")
            .WritesHeader(200, AnalysisReply.HeaderName, "Where the answer comes from (RFC 9211).")
            .ProducesProblems(400, 401, 403, 404, 429, 503, 504)
            .CacheOutput(static policy => policy.VaryByLiveModels());

    public static async Task<Results<FileContentHttpResult, StatusCodeHttpResult>> GetAsync(
        string digest,
        HttpContext context,
        AnalysisCache cache,
        IOptions<InferenceOptions> inference,
        CancellationToken cancellationToken)
    {
        var options = new RequestOptions(inference.Value.DefaultModel, context.Request.Query, mayStream: false).Build();
        var known = ImageDigest.Normalize(digest);
        var reply = known is null ? null : await cache.FindAsync(known, options, cancellationToken);
        if (reply is null)
        {
            throw new ProblemException(ErrorCodes.ResultNotFound, "No analysis of this image with these options is kept.");
        }

        reply.WriteHeaders(context.Response);
        var tag = new EntityTagHeaderValue($"\"{ImageDigest.Of(reply.Json.Span)}\"");
        context.Response.GetTypedHeaders().ETag = tag;
        return IsKnownTo(context.Request, tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(reply.Json, "application/json");
    }

    // By weak comparison (RFC 9110, 13.1.2): a proxy that compresses what passes through makes a tag weak.
    private static bool IsKnownTo(HttpRequest request, EntityTagHeaderValue tag) => request.GetTypedHeaders().IfNoneMatch
        .Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
