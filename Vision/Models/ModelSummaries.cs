using Contracts;
using Vision.Models.Manifests;

namespace Vision.Models;

/// <summary>Describes loaded models to callers.</summary>
internal static class ModelSummaries
{
    /// <param name="versions">The versions of one model in ascending order; the last one is live.</param>
    public static ModelSummary Of(IEnumerable<LoadedModel> versions)
    {
        var all = versions.ToList();
        var live = all[^1];
        return new ModelSummary
        {
            Name = live.Manifest.Name,
            Task = ModelTasks.NameOf(live.Manifest.Task),
            Version = live.Manifest.Version,
            Versions = [.. all.Select(model => Version(model.Manifest, model == live))],
            InputSize = live.Manifest.Input.Width,
            Classes = live.Labels.Count,
            Licence = live.Manifest.Licence,
        };
    }

    private static ModelVersionSummary Version(ModelManifest manifest, bool isLive) =>
        new(manifest.Version, $"sha256:{manifest.Sha256}", manifest.CreatedAt, manifest.Accuracy?.Top1, isLive);
}
