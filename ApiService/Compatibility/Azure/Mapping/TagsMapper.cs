using ApiService.Compatibility.Azure.Results;
using Contracts;

namespace ApiService.Compatibility.Azure.Mapping;

/// <summary>Classes and the terms above them.</summary>
internal static class TagsMapper
{
    public static ValueList<DetectedTag> Map(Analysis analysis) => new(
    [
        .. SceneTags.Of(analysis, SceneTags.MinimumConfidence).Select(static tag => new DetectedTag(tag.Name, tag.Confidence)),
    ]);
}
