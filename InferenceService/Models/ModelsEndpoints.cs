using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Vision.Models;

namespace InferenceService.Models;

internal static class ModelsEndpoints
{
    public static void MapModels(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/models", ListAsync)
            .WithName("ListModels")
            .WithSummary("Every model that is loaded. Internal: the public contract is the API service's.");

    public static async Task<Ok<ModelList>> ListAsync(IModelCatalog models, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ModelList(await models.ListAsync(cancellationToken)));
}
