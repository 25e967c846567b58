using ApiService.Compatibility.Google.Responses;
using Contracts;
using Vision.Labels;

namespace ApiService.Compatibility.Google.Mapping;

/// <summary><c>LABEL_DETECTION</c>: classes and the broader terms above them.</summary>
internal static class LabelMapper
{
    /// <summary>The most likely ones; what is true of nearly every picture would take the place of what is to be seen in this one.</summary>
    public static IReadOnlyList<EntityAnnotation> Map(Analysis analysis, int limit) =>
    [
        .. SceneTags.Of(analysis, SceneTags.MinimumConfidence).Where(static tag => !BroadTerms.Holds(tag.Name)).Take(limit)
            .Select(static tag => new EntityAnnotation(tag.Name, tag.Confidence)),
    ];
}
