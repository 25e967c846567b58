using System.Text.Json;
using Contracts;
using Xunit;

namespace Tests.Fixtures;

/// <summary>What the models answer on the sample photos in their reference pipelines (<c>expected.json</c>).</summary>
internal static class ExpectedAnswers
{
    private static readonly JsonElement Photos =
        JsonElement.Parse(File.ReadAllText(Path.Combine(Photo.Folder, "expected.json")));

    /// <summary>The photos for which there is an answer of a model, for theories.</summary>
    public static TheoryData<string> PhotosWith(string model) =>
        [.. Photos.EnumerateObject().Where(photo => photo.Value.TryGetProperty(model, out _)).Select(static photo => photo.Name)];

    /// <summary>The same photos on each decoder.</summary>
    public static MatrixTheoryData<string, string> DecodedPhotosWith(string model) =>
        new(PhotosWith(model).Select(static row => row.Data), Decoders.Names.Select(static row => row.Data));

    public static JsonElement Of(string photo, string model) => Photos.GetProperty(photo).GetProperty(model);

    /// <summary>The boxes that a detector finds, with their class where it has several.</summary>
    public static IReadOnlyList<(string Name, BoundingBox Box)> Boxes(string photo, string model) =>
        [.. Of(photo, model).EnumerateArray().Select(static found => (NameOf(found), BoxOf(found.GetProperty("box"))))];

    private static string NameOf(JsonElement found) => found.TryGetProperty("label", out var label) ? label.GetString()! : string.Empty;

    // There a box is x1, y1, x2, y2.
    private static BoundingBox BoxOf(JsonElement corners) => new(
        corners[0].GetInt32(),
        corners[1].GetInt32(),
        corners[2].GetInt32() - corners[0].GetInt32(),
        corners[3].GetInt32() - corners[1].GetInt32());
}
