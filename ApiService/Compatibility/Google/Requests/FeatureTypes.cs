using System.Collections.Frozen;
using System.Text.Json;
using Contracts;

namespace ApiService.Compatibility.Google.Requests;

/// <summary>The names of Google's features, and what the engine computes for them.</summary>
internal static class FeatureTypes
{
    private static readonly FrozenDictionary<string, FeatureType> ByName =
        Enum.GetValues<FeatureType>().ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>The name on the wire; a number where Google has added one that is not known here.</summary>
    public static string NameOf(FeatureType type) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(type.ToString());

    /// <summary>The feature of a name, or null where there is none.</summary>
    public static FeatureType? Parse(string name) => ByName.TryGetValue(name, out var type) ? type : null;

    /// <summary>What the engine computes for it; nothing where this server does not have it.</summary>
    public static Features Needs(FeatureType type) => type switch
    {
        FeatureType.LabelDetection => Features.Labels,
        FeatureType.ObjectLocalization => Features.Objects,
        FeatureType.FaceDetection => Features.Faces,
        FeatureType.TextDetection or FeatureType.DocumentTextDetection => Features.Text,
        FeatureType.SafeSearchDetection => Features.Moderation,
        FeatureType.ImageProperties => Features.Colors,
        FeatureType.CropHints => Features.Objects | Features.Faces,
        _ => Features.None,
    };
}
