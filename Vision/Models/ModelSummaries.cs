using Contracts;
using Vision.Models.Manifests;
using Vision.Models.Versions;

namespace Vision.Models;

/// <summary>Describes loaded models to callers.</summary>
internal static class ModelSummaries
{
    public static IReadOnlyList<ModelSummary> Of(ModelSet models) => [.. models.Models
        .GroupBy(model => model.Reference.Name, StringComparer.Ordinal)
        .Select(versions => Of([.. versions], models.LiveVersion(versions.Key)))];

    /// <param name="versions">The versions of one model in ascending order.</param>
    /// <param name="live">The live one; without one the highest tells what the model is.</param>
    private static ModelSummary Of(List<LoadedModel> versions, LoadedModel? live)
    {
        var shown = live ?? versions[^1];
        return new ModelSummary
        {
            Name = shown.Manifest.Name,
            Task = ModelTasks.NameOf(shown.Manifest.Task),
            Version = live?.Manifest.Version,
            Versions = [.. versions.Select(model => Version(model.Manifest, model == live))],
            InputSize = shown.Manifest.Input.Width,
            Classes = shown.Labels.Count,
            Licence = shown.Manifest.Licence,
        };
    }

    private static ModelVersionSummary Version(ModelManifest manifest, bool isLive) =>
        new(manifest.Version, $"sha256:{manifest.Sha256}", manifest.CreatedAt, manifest.Accuracy?.Top1, isLive);
}
