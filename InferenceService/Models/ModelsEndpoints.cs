using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Vision.Models;

namespace InferenceService.Models;

/// <summary>The models, for our own services: the public contract is the API service's.</summary>
internal static class ModelsEndpoints
{
    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/models");
        group.MapGet("/", ListAsync)
            .WithName("ListModels")
            .WithSummary("Every model that is loaded. Internal: the public contract is the API service's.");
        group.MapGet("/{model}/labels", ListLabelsAsync)
            .WithName("ListLabels")
            .WithSummary("The classes of one model. Internal: the public contract is the API service's.");
        group.MapPost("/{model}/versions/{version}/promote", PromoteAsync)
            .WithName("PromoteModelVersion")
            .WithSummary("Makes a version live. Internal: the public contract is the API service's.");
        group.MapPost("/{model}/rollback", RollbackAsync)
            .WithName("RollbackModel")
            .WithSummary("Makes the version before live. Internal: the public contract is the API service's.");
        group.MapDelete("/{model}/versions/{version}", DeleteAsync)
            .WithName("DeleteModelVersion")
            .WithSummary("Deletes a version. Internal: the public contract is the API service's.");
    }

    public static async Task<Ok<ModelList>> ListAsync(IModelCatalog models, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ModelList(await models.ListAsync(cancellationToken)));

    public static async Task<Ok<LabelList>> ListLabelsAsync(
        string model, IModelCatalog models, CancellationToken cancellationToken) =>
        TypedResults.Ok(new LabelList(await models.ListLabelsAsync(model, cancellationToken)));

    public static async Task<Ok<ModelSummary>> PromoteAsync(
        string model, string version, IModelAdministration models, CancellationToken cancellationToken) =>
        TypedResults.Ok(await models.PromoteAsync(model, version, cancellationToken));

    public static async Task<Ok<ModelSummary>> RollbackAsync(
        string model, IModelAdministration models, CancellationToken cancellationToken) =>
        TypedResults.Ok(await models.RollbackAsync(model, cancellationToken));

    public static async Task<NoContent> DeleteAsync(
        string model, string version, IModelAdministration models, CancellationToken cancellationToken)
    {
        await models.DeleteAsync(model, version, cancellationToken);
        return TypedResults.NoContent();
    }
}
