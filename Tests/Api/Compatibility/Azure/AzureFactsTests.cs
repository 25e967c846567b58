using System.Text.Json;
using ApiService.Compatibility;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Azure;

/// <summary>The same photo gives the same facts by the native route and by Azure's.</summary>
[Collection<SharedCloudApi>]
public sealed class AzureFactsTests(CloudApi api)
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

        Assert.Equal($"{native.Model.Name}@{native.Model.Version}", azure.Text("modelVersion"));
        var metadata = azure.GetProperty("metadata");
        Assert.Equal((native.Image.Width, native.Image.Height), (metadata.Number("width"), metadata.Number("height")));
        Assert.Equal(native.Caption!.Text, azure.GetProperty("captionResult").Text("text"));
        AssertDenseCaptions(native, azure);
        AssertTags(native, azure);
        Assert.Equal(
            native.Objects!.Select(static thing => (thing.Name, thing.Confidence, thing.Box)),
            azure.Values("objectsResult").Select(static thing => (thing.Tag().Text("name"), thing.Tag().Confidence(), thing.Box())));
        Assert.Equal(
            native.Objects!.Where(static thing => thing.Name == "person").Select(static thing => (thing.Confidence, thing.Box)),
            azure.Values("peopleResult").Select(static person => (person.Confidence(), person.Box())));
        Assert.Equal(
            native.Text!.Lines.Select(static line => (line.Text, string.Join(' ', line.Box))),
            azure.Lines().Select(static line => (line.Text("text"), string.Join(' ', line.Polygon()))));
    }

    private static void AssertDenseCaptions(Analysis native, JsonElement azure)
    {
        var dense = Assert.Single(azure.Values("denseCaptionsResult"));
        Assert.Equal(
            (native.Caption!.Text, 0f, new BoundingBox(0, 0, native.Image.Width, native.Image.Height)),
            (dense.Text("text"), dense.Confidence(), dense.Box()));
    }

    // A term may be both a class and a term above others; the likelier one is told.
    private static void AssertTags(Analysis native, JsonElement azure)
    {
        var known = native.Labels!.Select(static label => (label.Name, label.Confidence))
            .Concat(SceneTags.Concepts(native).Select(static concept => (concept.Name, concept.Confidence))).ToList();
        var tags = azure.Values("tagsResult").Select(static tag => (tag.Text("name"), tag.Confidence())).ToList();
        Assert.All(tags, tag => Assert.Contains(tag, known));
        Assert.Equal(
            known.Where(static term => term.Confidence >= 0.1f).Select(static term => term.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            tags.Select(static tag => tag.Item1).Order(StringComparer.Ordinal));
    }
}
