using ApiService.Caching;
using ApiService.Inference;
using ApiService.OpenApi;
using ApiService.RateLimiting;
using ApiService.Redis;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using ServiceDefaults.Deadlines;
using Vision.Models;

namespace ApiService.Models;

/// <summary><c>GET /api/models</c>: which models answer, with their versions, accuracy and licence.</summary>
internal static class ModelsApi
{
    public static void AddModels(this WebApplicationBuilder builder)
    {
        if (builder.HasRedis())
        {
            builder.Services.AddHostedService<ModelChannel>();
        }
    }

    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        routes.MapModelAdministration();
        var group = routes.MapGroup("/api/models").WithTags("Models").CountUnder(RateLimit.Read).EndDeadlineWithWork();
        group.MapGet("/", ListAsync)
            .WithName("ListModels")
            .WithSummary("Every model that is loaded")
            .ProducesProblems(400, 401, 429, 503, 504);
        group.MapGet("/{name}", GetAsync)
            .WithName("GetModel")
            .WithSummary("One model")
            .ProducesProblems(400, 401, 404, 429, 503, 504);
        group.MapGet("/{name}/labels", ListLabelsAsync)
            .WithName("ListLabels")
            .WithSummary("The classes of one model with the broader terms above them; q keeps those whose name or id holds it")
            .ProducesProblems(400, 401, 404, 429, 503, 504)
            .CacheOutput(static policy => policy.VaryByLiveModels());
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

    public static async Task<Ok<LabelList>> ListLabelsAsync(
        string name, string? q, IModelCatalog catalog, CancellationToken cancellationToken)
    {
        var labels = await catalog.ListLabelsAsync(name, cancellationToken);
        return TypedResults.Ok(new LabelList(string.IsNullOrEmpty(q) ? labels : [.. labels.Where(label => Matches(label, q))]));
    }

    private static bool Matches(LabelDescription label, string text) =>
        label.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || label.Id.Contains(text, StringComparison.OrdinalIgnoreCase);

    private static async Task<IReadOnlyList<ModelSummary>> ReadAsync(
        IModelCatalog catalog, InferenceOptions options, CancellationToken cancellationToken)
    {
        var models = await catalog.ListAsync(cancellationToken);
        return [.. models.Select(model => model with { Default = model.Name == options.DefaultModel })];
    }
}
