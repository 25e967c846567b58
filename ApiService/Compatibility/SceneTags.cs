using Contracts;
using Vision.Labels;

namespace ApiService.Compatibility;

/// <summary>Classes and the broader terms above them as one list, as the clouds give them.</summary>
internal static class SceneTags
{
    /// <summary>The clouds leave out what is hardly likely; a class below this is one of many guesses.</summary>
    public const float MinimumConfidence = 0.1f;

    /// <summary>
    /// The terms that reach a confidence, most confident first; each name once. Broader terms that say nothing to a reader are left
    /// out: they are surer than all others, and lists are cut at their end.
    /// </summary>
    public static IReadOnlyList<SceneTag> Of(Analysis analysis, float minimumConfidence) =>
    [
        .. (analysis.Labels ?? []).Select(static label => new SceneTag(label.Name, label.Confidence))
            .Concat(Concepts(analysis).Select(static concept => new SceneTag(concept.Name, concept.Confidence)))
            .Where(tag => tag.Confidence >= minimumConfidence)
            .OrderByDescending(static tag => tag.Confidence)
            .DistinctBy(static tag => tag.Name, StringComparer.Ordinal),
    ];

    /// <summary>The broader terms that are told, from specific to general.</summary>
    public static IEnumerable<Concept> Concepts(Analysis analysis) =>
        (analysis.Concepts ?? []).Where(static concept => !BroadTerms.Holds(concept.Name));
}
