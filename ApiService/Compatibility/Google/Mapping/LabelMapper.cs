using ApiService.Compatibility.Google.Responses;
using Contracts;

namespace ApiService.Compatibility.Google.Mapping;

/// <summary><c>LABEL_DETECTION</c>: classes and the broader terms above them.</summary>
internal static class LabelMapper
{
    public static IReadOnlyList<EntityAnnotation> Map(Analysis analysis, int limit) =>
    [
        .. SceneTags.Of(analysis, SceneTags.MinimumConfidence).Take(limit)
            .Select(static tag => new EntityAnnotation(tag.Name, tag.Confidence)),
    ];
}
