using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Vision.Models;

namespace InferenceService.Models;

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
    }

    public static async Task<Ok<ModelList>> ListAsync(IModelCatalog models, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ModelList(await models.ListAsync(cancellationToken)));

    public static async Task<Ok<LabelList>> ListLabelsAsync(
        string model, IModelCatalog models, CancellationToken cancellationToken) =>
        TypedResults.Ok(new LabelList(await models.ListLabelsAsync(model, cancellationToken)));
}
