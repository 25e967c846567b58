using Microsoft.AspNetCore.Mvc;

namespace InferenceService.OpenInference;

/// <summary>
/// The REST routes of the Open Inference Protocol v2 for every network that is loaded
/// (https://github.com/kserve/open-inference-protocol, specification/protocol/inference_rest.md), with tensors as JSON.
/// </summary>
internal static class OpenInferenceExtensions
{
    /// <summary>A sample as JSON takes at most four bytes, its comma included: an image's limit, four times.</summary>
    private const int MaximumBodyBytes = 4 * 20 * 1024 * 1024;

    public static void AddOpenInference(this WebApplicationBuilder builder) => builder.Services.ConfigureHttpJsonOptions(
        static json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, OpenInferenceJsonContext.Default));

    public static void MapOpenInference(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v2").AddEndpointFilter(ProtocolErrors.InvokeAsync);
        group.MapGet("/", ServerEndpoints.Describe).WithName("ServerMetadata").WithSummary("What this server is");
        group.MapGet("/health/live", ServerEndpoints.Live).WithName("ServerLive").WithSummary("Whether the server lives");
        group.MapGet("/health/ready", ServerEndpoints.Ready).WithName("ServerReady").WithSummary("Whether all models are loaded");
        foreach (var (path, name) in new[] { ("/models/{model}", "Model"), ("/models/{model}/versions/{version}", "ModelVersion") })
        {
            group.MapGet(path, ModelEndpoints.Describe).WithName($"{name}Metadata").WithSummary("What a network takes and gives");
            group.MapGet($"{path}/ready", ModelEndpoints.Ready).WithName($"{name}Ready").WithSummary("Whether a network is loaded");
            group.MapPost($"{path}/infer", InferEndpoint.InferAsync).WithName($"{name}Infer").WithSummary("Runs a network on tensors")
                .WithMetadata(new RequestSizeLimitAttribute(MaximumBodyBytes));
        }
    }
}
