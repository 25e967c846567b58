using Microsoft.AspNetCore.Http.HttpResults;
using Vision.Models;

namespace InferenceService.OpenInference;

internal static class ServerEndpoints
{
    private static readonly ServerMetadata Server = new(
        "vision-inference", typeof(ServerEndpoints).Assembly.GetName().Version?.ToString(3) ?? string.Empty, []);

    public static Ok<ServerMetadata> Describe() => TypedResults.Ok(Server);

    public static Ok<ServerLiveness> Live() => TypedResults.Ok(new ServerLiveness(Live: true));

    public static JsonHttpResult<ServerReadiness> Ready(TensorModels models) => TypedResults.Json(
        new ServerReadiness(models.AreReady),
        OpenInferenceJsonContext.Default.ServerReadiness,
        statusCode: models.AreReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
