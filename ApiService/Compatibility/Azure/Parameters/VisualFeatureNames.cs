using System.Collections.Frozen;
using Contracts;

namespace ApiService.Compatibility.Azure.Parameters;

/// <summary>The names of Azure's features, and which of the engine's each of them is made from.</summary>
internal static class VisualFeatureNames
{
    private static readonly FrozenDictionary<VisualFeatures, Features> Sources = new Dictionary<VisualFeatures, Features>
    {
        [VisualFeatures.Tags] = Features.Labels,
        [VisualFeatures.Caption] = Features.Caption,
        [VisualFeatures.DenseCaptions] = Features.Caption,
        [VisualFeatures.Objects] = Features.Objects,
        [VisualFeatures.People] = Features.Objects,
        [VisualFeatures.Read] = Features.Text,
        [VisualFeatures.SmartCrops] = Features.Objects | Features.Faces,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, VisualFeatures> Names =
        Sources.Keys.ToFrozenDictionary(static feature => feature.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds a feature by its name; false where there is none.</summary>
    public static bool TryParse(string name, out VisualFeatures feature) => Names.TryGetValue(name, out feature);

    /// <summary>What the engine has to compute for these features, and nothing else.</summary>
    public static Features SourcesOf(VisualFeatures features) => Sources
        .Where(source => features.HasFlag(source.Key))
        .Aggregate(Features.None, static (sum, source) => sum | source.Value);
}
