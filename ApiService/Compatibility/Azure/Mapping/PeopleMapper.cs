using ApiService.Compatibility.Azure.Results;
using Contracts;

namespace ApiService.Compatibility.Azure.Mapping;

/// <summary>The objects that are people.</summary>
internal static class PeopleMapper
{
    private const string Person = "person";

    public static ValueList<PersonRegion> Map(Analysis analysis) => new(
    [
        .. analysis.Objects!.Where(static thing => thing.Name == Person)
            .Select(static person => new PersonRegion(ImageBoundingBox.Of(person.Box), person.Confidence)),
    ]);
}
