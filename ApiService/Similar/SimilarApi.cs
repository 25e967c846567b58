using System.Globalization;
using ApiService.Caching;
using ApiService.Callers;
using ApiService.Inference;
using ApiService.Ingest;
using ApiService.OpenApi;
using ApiService.RateLimiting;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using ServiceDefaults.Deadlines;
using Vision;

namespace ApiService.Similar;

/// <summary><c>GET /api/similar/{digest}</c>: of the images analysed with <c>embedding</c>, those that are most like one of them.</summary>
internal static class SimilarApi
{
    private const int DefaultCount = 10;
    private const int MaximumCount = 100;

    public static void MapSimilar(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/similar").WithTags("Analyse").OpenToAnybodyOr(CallerRoles.Analyze).CountUnder(RateLimit.Read)
            .EndDeadlineWithWork()
            .MapGet("/{digest}", FindAsync)
            .WithName("FindSimilar")
            .WithSummary("The images that are most like one that was analysed with its embedding")
            .WithDescription("k: how many at most, 1 to 100, 10 unless told. model: whose embeddings are compared.")
            .ProducesProblems(400, 401, 403, 404, 429, 503, 504);

    public static async Task<Ok<SimilarImages>> FindAsync(
        string digest,
        string? k,
        string? model,
        ISimilarImages images,
        LiveModels models,
        IOptions<InferenceOptions> inference,
        CancellationToken cancellationToken)
    {
        var count = CountOf(k);
        var version = (await models.ResolveAsync(model ?? inference.Value.DefaultModel, Features.None, cancellationToken))?.Classifier
            ?? throw new ProblemException(ErrorCodes.ModelNotFound, "No model of that name and version is loaded.");
        var known = ImageDigest.Normalize(digest);
        var found = known is null ? null : await images.FindAsync(version, known, count, cancellationToken);
        return found is null
            ? throw new ProblemException(ErrorCodes.ResultNotFound, "This image was not analysed with its embedding by this model.")
            : TypedResults.Ok(new SimilarImages(known!, version, found));
    }

    private static int CountOf(string? text) => text is null
        ? DefaultCount
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MaximumCount
            ? count
            : throw InvalidRequest.Of("k", $"A whole number from 1 to {MaximumCount} is expected.");
}
