using ApiService.Compatibility.Google.Responses;
using Contracts;

namespace ApiService.Compatibility.Google.Mapping;

/// <summary><c>OBJECT_LOCALIZATION</c>: things and people.</summary>
internal static class ObjectMapper
{
    public static IReadOnlyList<LocalizedObjectAnnotation> Map(Analysis analysis, int limit) =>
    [
        .. (analysis.Objects ?? []).Take(limit).Select(thing =>
            new LocalizedObjectAnnotation(thing.Name, thing.Confidence, Polygons.Normalized(thing.Box, analysis.Image))),
    ];
}
