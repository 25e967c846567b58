using ApiService.Compatibility.Azure.Results;
using Contracts;

namespace ApiService.Compatibility.Azure.Mapping;

/// <summary>Things and people.</summary>
internal static class ObjectsMapper
{
    public static ValueList<ObjectRegion> Map(Analysis analysis) => new(
    [
        .. analysis.Objects!.Select(static thing =>
            new ObjectRegion(ImageBoundingBox.Of(thing.Box), [new DetectedTag(thing.Name, thing.Confidence)])),
    ]);
}
