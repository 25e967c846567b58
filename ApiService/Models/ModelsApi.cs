using ApiService.Inference;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Vision.Models;

namespace ApiService.Models;

/// <summary><c>GET /api/models</c>: which models answer, with their versions, accuracy and licence.</summary>
internal static class ModelsApi
{
    public static RouteGroupBuilder MapModels(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/models").WithTags("Models");
        group.MapGet("/", ListAsync)
            .WithName("ListModels")
            .WithSummary("Every model that is loaded")
            .Produces<Problem>(StatusCodes.Status503ServiceUnavailable, "application/problem+json");
        group.MapGet("/{name}", GetAsync)
            .WithName("GetModel")
            .WithSummary("One model")
            .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json")
            .Produces<Problem>(StatusCodes.Status503ServiceUnavailable, "application/problem+json");
        return group;
    }

    public static async Task<Ok<ModelList>> ListAsync(
        IModelCatalog catalog, IOptions<InferenceOptions> options, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ModelList(await ReadAsync(catalog, options.Value, cancellationToken)));

    public static async Task<Ok<ModelSummary>> GetAsync(
        string name, IModelCatalog catalog, IOptions<InferenceOptions> options, CancellationToken cancellationToken)
    {
        var models = await ReadAsync(catalog, options.Value, cancellationToken);
        return models.FirstOrDefault(model => model.Name == name) is { } found
            ? TypedResults.Ok(found)
            : throw new ProblemException(ErrorCodes.ModelNotFound, "No model has this name.");
    }

    private static async Task<IReadOnlyList<ModelSummary>> ReadAsync(
        IModelCatalog catalog, InferenceOptions options, CancellationToken cancellationToken)
    {
        var models = await catalog.ListAsync(cancellationToken);
        return [.. models.Select(model => model with { Default = model.Name == options.DefaultModel })];
    }
}
