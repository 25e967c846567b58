using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Vision.Models;

namespace InferenceService.OpenInference;

internal static class ModelEndpoints
{
    public static Ok<ModelMetadata> Describe(string model, string? version, TensorModels models)
    {
        using var found = Find(model, version, models);
        return TypedResults.Ok(ModelMetadata.Of(found));
    }

    public static Ok<ModelReadiness> Ready(string model, string? version, TensorModels models)
    {
        using var found = Find(model, version, models);
        return TypedResults.Ok(new ModelReadiness(found.Reference.Name, Ready: true));
    }

    /// <exception cref="ProblemException"><c>model_not_found</c>.</exception>
    public static TensorModel Find(string model, string? version, TensorModels models) => models.Find(model, version)
        ?? throw new ProblemException(ErrorCodes.ModelNotFound, "No network of that name and version is loaded, or none is live.");
}
