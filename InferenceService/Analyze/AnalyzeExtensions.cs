using Contracts;
using Vision.Probing;

namespace InferenceService.Analyze;

internal static class AnalyzeExtensions
{
    public static void AddAnalyze(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = ImageLimits.MaximumBytes);
        builder.Services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ContractsJsonContext.Default));
    }

    public static void MapAnalyze(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/analyze", AnalyzeEndpoint.AnalyzeAsync)
            .WithName("Analyze")
            .WithSummary("Analyses one image; the body is its bytes. Internal: the public contract is the API service's.");
}
