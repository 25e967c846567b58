using ApiService.Caching;
using ApiService.Callers;
using ApiService.Inference;
using ApiService.OpenApi;
using ApiService.RateLimiting;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using ServiceDefaults.Deadlines;
using Vision.Models;

namespace ApiService.Models;

/// <summary>Which version of a model is live, for those with an admin key.</summary>
internal static class ModelAdministrationApi
{
    public static void MapModelAdministration(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/models/{name}").WithTags("Models").OnlyWith(CallerRoles.Admin).CountUnder(RateLimit.Read)
            .EndDeadlineWithWork();
        group.MapPost("/versions/{version}/promote", PromoteAsync)
            .WithName("PromoteModelVersion")
            .WithSummary("Makes a version live, on every replica and without a restart")
            .ProducesProblems(400, 401, 403, 404, 429, 503, 504);
        group.MapPost("/rollback", RollbackAsync)
            .WithName("RollbackModel")
            .WithSummary("Makes the version live again that was live before")
            .ProducesProblems(400, 401, 403, 404, 429, 503, 504);
        group.MapDelete("/versions/{version}", DeleteAsync)
            .WithName("DeleteModelVersion")
            .WithSummary("Deletes a version that is not live")
            .ProducesProblems(400, 401, 403, 404, 409, 429, 503, 504);
    }

    public static async Task<Ok<ModelSummary>> PromoteAsync(
        string name,
        string version,
        IModelAdministration models,
        LiveModels live,
        IOptions<InferenceOptions> options,
        CancellationToken cancellationToken) =>
        Changed(await models.PromoteAsync(name, version, cancellationToken), live, options.Value);

    public static async Task<Ok<ModelSummary>> RollbackAsync(
        string name, IModelAdministration models, LiveModels live, IOptions<InferenceOptions> options, CancellationToken cancellationToken) =>
        Changed(await models.RollbackAsync(name, cancellationToken), live, options.Value);

    public static async Task<NoContent> DeleteAsync(
        string name, string version, IModelAdministration models, LiveModels live, CancellationToken cancellationToken)
    {
        await models.DeleteAsync(name, version, cancellationToken);
        live.Forget();
        return TypedResults.NoContent();
    }

    private static Ok<ModelSummary> Changed(ModelSummary model, LiveModels live, InferenceOptions options)
    {
        live.Learn(model);
        return TypedResults.Ok(model with { Default = model.Name == options.DefaultModel });
    }
}
