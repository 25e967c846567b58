using ApiService.Callers;
using ApiService.Compatibility.Google.Errors;
using ApiService.Compatibility.Google.Requests;
using ApiService.Compatibility.Google.Responses;
using ApiService.Ingest;
using ApiService.Ingest.Json;
using ApiService.RateLimiting;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApiService.Compatibility.Google;

/// <summary>Google Cloud Vision v1: <c>images:annotate</c> with images that come in the call.</summary>
internal static class GoogleApi
{
    private static readonly KeyCredential Credential = new("X-Goog-Api-Key", "key", GoogleErrors.KeyInvalid);

    private static readonly string[] Parents = ["/v1", "/v1/projects/{project}", "/v1/projects/{project}/locations/{location}"];

    private static readonly string[] Refused = ["images:asyncBatchAnnotate", "files:annotate", "files:asyncBatchAnnotate"];

    public static void MapGoogle(this IEndpointRouteBuilder routes)
    {
        var problems = new GoogleProblems();
        var annotate = routes.MapCloudGroup(Credential, problems).CountImagesUnder(RateLimit.Analyze);
        var refused = routes.MapCloudGroup(Credential, problems).CountUnder(RateLimit.Analyze);
        foreach (var parent in Parents)
        {
            annotate.MapPost($"{parent}/images:annotate", AnnotateAsync);
            foreach (var method in Refused)
            {
                refused.MapPost($"{parent}/{method}", Refuse);
            }
        }
    }

    public static async Task<JsonHttpResult<BatchAnnotateImagesResponse>> AnnotateAsync(
        HttpContext context,
        JsonEnvelopeReader reader,
        CallerRateLimiter limiter,
        CloudAnalyzer analyzer,
        CancellationToken cancellationToken)
    {
        var (requests, images) = await ReadAsync(context, reader, limiter, cancellationToken);
        using (images)
        {
            await limiter.TakeAsync(context, requests.Count, cancellationToken);
            var run = new AnnotateRun(context, analyzer, requests, images);
            var response = await run.AnnotateAsync(cancellationToken);
            return TypedResults.Json(response, WantsNumbers(context.Request)
                ? GoogleNumberJsonContext.Default.BatchAnnotateImagesResponse
                : GoogleJsonContext.Default.BatchAnnotateImagesResponse);
        }
    }

    public static JsonHttpResult<BatchAnnotateImagesResponse> Refuse() => throw new ProblemException(
        GoogleErrors.NotImplemented, "This server reads neither files nor storage; it has images:annotate alone.");

    /// <summary>Reads the images. A call that is refused as a whole counts like one image.</summary>
    private static async Task<(IReadOnlyList<AnnotateRequest> Requests, RequestImages Images)> ReadAsync(
        HttpContext context, JsonEnvelopeReader reader, CallerRateLimiter limiter, CancellationToken cancellationToken)
    {
        RequestImages? images = null;
        try
        {
            (images, var json) = await reader.ReadAsync(
                context.Request,
                AnnotateRequestReader.MaximumImages,
                AnnotateRequestReader.ImageMember,
                received: null,
                cancellationToken);
            return (AnnotateRequestReader.Read(json), images);
        }
        catch (Exception exception)
        {
            images?.Dispose();
            if (exception is ProblemException)
            {
                await limiter.CountAsync(context, permits: 1, cancellationToken);
            }

            throw;
        }
    }

    /// <summary>Google's own clients ask for the numbers of enumerations, since names may be added that they do not know.</summary>
    private static bool WantsNumbers(HttpRequest request) => Asks(request, "$alt") || Asks(request, "alt");

    private static bool Asks(HttpRequest request, string parameter) =>
        request.Query[parameter].ToString().Split(';').Contains("enum-encoding=int", StringComparer.Ordinal);
}
