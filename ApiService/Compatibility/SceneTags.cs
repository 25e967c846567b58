using Contracts;

namespace ApiService.Compatibility;

/// <summary>Classes and the broader terms above them as one list, as the clouds give them.</summary>
internal static class SceneTags
{
    /// <summary>The clouds leave out what is hardly likely; a class below this is one of many guesses.</summary>
    public const float MinimumConfidence = 0.1f;

    /// <summary>The terms that reach a confidence, most confident first; each name once.</summary>
    public static IReadOnlyList<SceneTag> Of(Analysis analysis, float minimumConfidence) =>
    [
        .. (analysis.Labels ?? []).Select(static label => new SceneTag(label.Name, label.Confidence))
            .Concat((analysis.Concepts ?? []).Select(static concept => new SceneTag(concept.Name, concept.Confidence)))
            .Where(tag => tag.Confidence >= minimumConfidence)
            .OrderByDescending(static tag => tag.Confidence)
            .DistinctBy(static tag => tag.Name, StringComparer.Ordinal),
    ];
}
