using ApiService.Callers;
using ApiService.Compatibility.Azure.Mapping;
using ApiService.Compatibility.Azure.Parameters;
using ApiService.Compatibility.Azure.Problems;
using ApiService.Compatibility.Azure.Results;
using ApiService.RateLimiting;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApiService.Compatibility.Azure;

/// <summary>Azure Image Analysis 4.0.</summary>
internal static class AzureApi
{
    private const string KeyHeader = "Ocp-Apim-Subscription-Key";

    public static void MapAzure(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/computervision").MapCloudGroup(new KeyCredential(KeyHeader), new AzureProblems());
        group.MapPost("/imageanalysis:analyze", AnalyzeAsync).CountUnder(RateLimit.Analyze);
        group.Map("/{**path}", Refuse);
    }

    public static async Task<JsonHttpResult<ImageAnalysisResult>> AnalyzeAsync(
        HttpContext context, AzureBodyReader reader, CloudAnalyzer analyzer, CancellationToken cancellationToken)
    {
        var parameters = AnalyzeParameters.Of(context.Request.Query);
        using var images = await reader.ReadAsync(context.Request, cancellationToken);
        var features = VisualFeatureNames.SourcesOf(parameters.Features);
        var (analysis, reply) = await analyzer.AnalyzeAsync(context, images.Slots[0].Image, features, cancellationToken);
        if (CloudAnalyzer.ProblemOf(analysis) is { } problem)
        {
            throw problem;
        }

        reply.WriteHeaders(context.Response);
        return TypedResults.Json(AnalysisMapper.Map(analysis, parameters), AzureJsonContext.Default.ImageAnalysisResult);
    }

    /// <summary>Other operations of Azure's, and other methods: its callers are told in the form that they read.</summary>
    public static void Refuse() => throw new ProblemException(ErrorCodes.RouteNotFound, "Resource not found.");
}
