using Vision.Models.Manifests;

namespace Vision.Models.Versions;

/// <summary>What became of one folder of the repository.</summary>
/// <param name="Stamp">The state of the folder in which this was found.</param>
/// <param name="Manifest">Its manifest; null if that cannot be read.</param>
/// <param name="Model">The model, if it is loaded.</param>
/// <param name="Failure">Why it is not, in a sentence for operators; null also where nobody needs it.</param>
internal sealed record KnownVersion(long Stamp, ModelManifest? Manifest, LoadedModel? Model = null, string? Failure = null)
{
    public bool IsHead => Manifest?.Backbone is not null;
}
