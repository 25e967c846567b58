using System.Text.Json;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Azure;

/// <summary>The same photo gives the same facts by the native route and by Azure's.</summary>
[Collection<SharedAzureApi>]
public sealed class AzureFactsTests(AzureFixture api)
{
    private const string AllFeatures = "features=tags,caption,denseCaptions,objects,people,read,smartCrops";
    private const string AllSources = "?features=labels,objects,faces,text,caption&top=100";

    public static TheoryData<string> Photos =>
        [.. Directory.EnumerateFiles(Photo.Folder).Select(static file => Path.GetFileName(file)).Where(static name => Path.GetExtension(name) is ".jpg" or ".png")];

    [Theory]
    [MemberData(nameof(Photos))]
    public async Task Post_of_a_photo_tells_what_the_native_route_tells(string photo)
    {
        var bytes = Photo.Bytes(photo);
        var native = await api.Client.AnalyzeAsync(Requests.Raw(bytes), AllSources);
        var azure = await api.Client.AnalyzeAsync(AllFeatures, Requests.Raw(bytes));

        Assert.Equal($"{native.Model.Name}@{native.Model.Version}", azure.GetProperty("modelVersion").GetString());
        var metadata = azure.GetProperty("metadata");
        Assert.Equal((native.Image.Width, native.Image.Height), (metadata.GetProperty("width").GetInt32(), metadata.GetProperty("height").GetInt32()));
        Assert.Equal(native.Caption!.Text, azure.GetProperty("captionResult").GetProperty("text").GetString());
        AssertDenseCaptions(native, azure);
        AssertTags(native, azure);
        Assert.Equal(
            native.Objects!.Select(static thing => (thing.Name, thing.Confidence, thing.Box)),
            Values(azure, "objectsResult").Select(static thing => (NameOf(thing), ConfidenceOf(Assert.Single(Tags(thing))), BoxOf(thing))));
        Assert.Equal(
            native.Objects!.Where(static thing => thing.Name == "person").Select(static thing => (thing.Confidence, thing.Box)),
            Values(azure, "peopleResult").Select(static person => (ConfidenceOf(person), BoxOf(person))));
        Assert.Equal(
            native.Text!.Lines.Select(static line => (line.Text, string.Join(' ', line.Box))),
            Lines(azure).Select(static line => (line.GetProperty("text").GetString()!, string.Join(' ', PolygonOf(line)))));
    }

    private static void AssertDenseCaptions(Analysis native, JsonElement azure)
    {
        var dense = Assert.Single(Values(azure, "denseCaptionsResult"));
        Assert.Equal(
            (native.Caption!.Text, 0f, new BoundingBox(0, 0, native.Image.Width, native.Image.Height)),
            (dense.GetProperty("text").GetString(), ConfidenceOf(dense), BoxOf(dense)));
    }

    // A term may be both a class and a term above others; the likelier one is told.
    private static void AssertTags(Analysis native, JsonElement azure)
    {
        var known = native.Labels!.Select(static label => (label.Name, label.Confidence))
            .Concat(native.Concepts!.Select(static concept => (concept.Name, concept.Confidence))).ToList();
        var tags = Values(azure, "tagsResult").Select(static tag => (tag.GetProperty("name").GetString()!, ConfidenceOf(tag))).ToList();
        Assert.All(tags, tag => Assert.Contains(tag, known));
        Assert.Equal(
            known.Where(static term => term.Confidence >= 0.1f).Select(static term => term.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            tags.Select(static tag => tag.Item1).Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<JsonElement> Values(JsonElement result, string member) =>
        [.. result.GetProperty(member).GetProperty("values").EnumerateArray()];

    private static IReadOnlyList<JsonElement> Tags(JsonElement thing) => [.. thing.GetProperty("tags").EnumerateArray()];

    private static IReadOnlyList<JsonElement> Lines(JsonElement result) =>
    [
        .. result.GetProperty("readResult").GetProperty("blocks").EnumerateArray()
            .SelectMany(static block => block.GetProperty("lines").EnumerateArray()),
    ];

    private static string NameOf(JsonElement thing) => Assert.Single(Tags(thing)).GetProperty("name").GetString()!;

    private static float ConfidenceOf(JsonElement found) => found.GetProperty("confidence").GetSingle();

    private static BoundingBox BoxOf(JsonElement found)
    {
        var box = found.GetProperty("boundingBox");
        return new BoundingBox(Number(box, "x"), Number(box, "y"), Number(box, "w"), Number(box, "h"));
    }

    private static IEnumerable<PixelPoint> PolygonOf(JsonElement line) => line.GetProperty("boundingPolygon").EnumerateArray()
        .Select(static corner => new PixelPoint(Number(corner, "x"), Number(corner, "y")));

    private static int Number(JsonElement parent, string member) => parent.GetProperty(member).GetInt32();
}
