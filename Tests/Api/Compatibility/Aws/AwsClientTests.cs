using System.Text.Json;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Aws;

/// <summary>Each operation by the official client, with the answers that the photos deserve.</summary>
[Collection<SharedCloudApi>]
public sealed class AwsClientTests(CloudApi api, CloudClients clients)
{
    private readonly AwsClient client = new(api.Endpoint);

    [Fact]
    public async Task DetectLabels_gives_classes_with_their_parents()
    {
        var answer = Assert.Single(await client.AnswersAsync(clients, AwsCall.Of("DetectLabels", "cat.jpg", """{"MinConfidence":50}""")));
        var labels = answer.GetProperty("Labels").EnumerateArray().ToList();
        Assert.Equal("efficientnet-lite2@1", answer.GetProperty("LabelModelVersion").GetString());
        Assert.Equal(
            ["domestic cat", "cat", "feline"], Names(Label(labels, "Egyptian cat").GetProperty("Parents")).Take(3));
        Assert.Equal(["feline", "carnivore"], Names(Label(labels, "cat").GetProperty("Parents")));
        Assert.Empty(Names(Label(labels, "carnivore").GetProperty("Parents")));
        Assert.Empty(labels.SelectMany(static label => Names(label.GetProperty("Parents"))).Except(labels.Select(NameOf)));
        Assert.Equal(labels.Select(Confidence).OrderDescending(), labels.Select(Confidence));
        Assert.All(labels, static label => Assert.InRange(Confidence(label), 50, 100));
        Assert.False(answer.TryGetProperty("OrientationCorrection", out _));
    }

    [Fact]
    public async Task DetectLabels_gives_things_their_places()
    {
        var answers = await client.AnswersAsync(
            clients,
            AwsCall.Of("DetectLabels", "coffee.jpg", """{"MinConfidence":1}"""),
            AwsCall.Of("DetectLabels", "portrait.jpg", """{"MinConfidence":30}"""));
        var cup = Assert.Single(Label(answers[0].GetProperty("Labels").EnumerateArray(), "cup").GetProperty("Instances").EnumerateArray());
        var expected = Assert.Single(ExpectedAnswers.Boxes("coffee.jpg", "nanodet-g"), static thing => thing.Name == "cup").Box;
        Assert.InRange(Boxes.Overlap(expected, AwsFacts.Pixels(cup, 600, 400)), 0.9, 1);
        var tie = Label(answers[1].GetProperty("Labels").EnumerateArray(), "tie");
        Assert.Equal(Confidence(tie), Confidence(Assert.Single(tie.GetProperty("Instances").EnumerateArray())));
        Assert.Empty(tie.GetProperty("Parents").EnumerateArray());
    }

    [Fact]
    public async Task DetectLabels_obeys_its_parameters()
    {
        var answers = await client.AnswersAsync(
            clients,
            AwsCall.Of("DetectLabels", "cat.jpg", """{"MaxLabels":2}"""),
            AwsCall.Of("DetectLabels", "cat.jpg", """{"MaxLabels":0}"""),
            AwsCall.Of("DetectLabels", "cat.jpg", """{"Settings":{"GeneralLabels":{"LabelInclusionFilters":["Cat","Feline"]}}}"""),
            AwsCall.Of("DetectLabels", "cat.jpg", """{"Settings":{"GeneralLabels":{"LabelExclusionFilters":["Cat"]}}}"""),
            AwsCall.Of("DetectLabels", "cat.jpg", """{"Features":["IMAGE_PROPERTIES"],"Settings":{"ImageProperties":{"MaxDominantColors":2}}}"""),
            AwsCall.Of("DetectLabels", "cat.jpg", """{"MinConfidence":100}"""));
        Assert.Equal(2, answers[0].GetProperty("Labels").GetArrayLength());
        Assert.Equal(0, answers[1].GetProperty("Labels").GetArrayLength());
        Assert.Equal(["cat", "feline"], Names(answers[2].GetProperty("Labels")).Order());
        Assert.DoesNotContain("cat", Names(answers[3].GetProperty("Labels")));
        Assert.Contains("domestic cat", Names(answers[3].GetProperty("Labels")));
        Assert.Equal(2, answers[4].GetProperty("ImageProperties").GetProperty("DominantColors").GetArrayLength());
        Assert.Equal(0, answers[4].GetProperty("Labels").GetArrayLength());
        Assert.Equal(0, answers[5].GetProperty("Labels").GetArrayLength());
    }

    [Fact]
    public async Task DetectFaces_names_the_sides_as_the_viewer_sees_them()
    {
        var answer = Assert.Single(await client.AnswersAsync(
            clients, AwsCall.Of("DetectFaces", "portrait.jpg", """{"Attributes":["ALL","DEFAULT"]}""")));
        var face = Assert.Single(answer.GetProperty("FaceDetails").EnumerateArray());
        Assert.InRange(Boxes.Overlap(Assert.Single(ExpectedAnswers.Boxes("portrait.jpg", "blazeface")).Box, AwsFacts.Pixels(face, 512, 600)), 0.9, 1);
        var landmarks = face.GetProperty("Landmarks").EnumerateArray()
            .ToDictionary(static point => point.GetProperty("Type").GetString()!, static point => point.GetProperty("X").GetDouble());
        Assert.Equal(["eyeLeft", "eyeRight", "nose"], landmarks.Keys.Order());
        Assert.True(landmarks["eyeLeft"] < landmarks["nose"] && landmarks["nose"] < landmarks["eyeRight"]);
    }

    [Fact]
    public async Task DetectText_gives_lines_and_then_their_words()
    {
        var answer = Assert.Single(await client.AnswersAsync(clients, AwsCall.Of("DetectText", "receipt.png")));
        var found = answer.GetProperty("TextDetections").EnumerateArray().ToList();
        var expected = ExpectedAnswers.Of("receipt.png", "text").EnumerateArray().Select(static line => line.GetString()!).ToList();
        Assert.Equal(Enumerable.Range(0, found.Count), found.Select(static text => text.GetProperty("Id").GetInt32()));
        Assert.Equal(expected, found.Where(static text => TypeOf(text) == "LINE").Select(Text));
        Assert.Equal(expected.SelectMany(static line => line.Split(' ')), found.Where(static text => TypeOf(text) == "WORD").Select(Text));
        var words = found.Where(static text => TypeOf(text) == "WORD").ToLookup(static word => word.GetProperty("ParentId").GetInt32());
        Assert.All(found.Take(expected.Count), (line, index) => Assert.Equal(Text(line), string.Join(' ', words[index].Select(Text))));
        Assert.All(found, static text => Assert.InRange(Confidence(text), 80, 100));
    }

    [Fact]
    public async Task DetectText_obeys_its_filters()
    {
        static string Filter(string filters) => $$"""{"Filters":{{filters}}}""";
        var answers = await client.AnswersAsync(
            clients,
            AwsCall.Of("DetectText", "receipt.png", Filter("""{"WordFilter":{"MinBoundingBoxWidth":0.18}}""")),
            AwsCall.Of("DetectText", "receipt.png", Filter("""{"RegionsOfInterest":[{"BoundingBox":{"Left":0,"Top":0,"Width":1,"Height":0.2}}]}""")),
            AwsCall.Of("DetectText", "receipt.png", Filter("""{"WordFilter":{"MinConfidence":100}}""")));
        Assert.Equal(["1x Screwdriver 7.50", "Screwdriver"], answers[0].GetProperty("TextDetections").EnumerateArray().Select(Text));
        Assert.Equal(["ACME Hardware Store", "ACME", "Hardware", "Store"], answers[1].GetProperty("TextDetections").EnumerateArray().Select(Text));
        Assert.All(
            answers[2].GetProperty("TextDetections").EnumerateArray().Where(static text => TypeOf(text) == "WORD"),
            static word => Assert.Equal(100, Confidence(word)));
    }

    [Fact]
    public async Task DetectModerationLabels_tells_the_probability_where_it_reaches_the_limit()
    {
        var answers = await client.AnswersAsync(
            clients,
            AwsCall.Of("DetectModerationLabels", "astronaut.jpg"),
            AwsCall.Of("DetectModerationLabels", "astronaut.jpg", """{"MinConfidence":0}"""));
        Assert.Equal(0, answers[0].GetProperty("ModerationLabels").GetArrayLength());
        var label = Assert.Single(answers[1].GetProperty("ModerationLabels").EnumerateArray());
        Assert.Equal(("Explicit", "", 1), (NameOf(label), label.GetProperty("ParentName").GetString(), label.GetProperty("TaxonomyLevel").GetInt32()));
        Assert.Equal(100 * ExpectedAnswers.Of("astronaut.jpg", "open-nsfw").GetDouble(), Confidence(label), 1.0);
    }

    private static JsonElement Label(IEnumerable<JsonElement> labels, string name) => Assert.Single(labels, label => NameOf(label) == name);

    private static IEnumerable<string> Names(JsonElement items) => items.EnumerateArray().Select(NameOf);

    private static string NameOf(JsonElement item) => item.GetProperty("Name").GetString()!;

    private static string TypeOf(JsonElement text) => text.GetProperty("Type").GetString()!;

    private static string Text(JsonElement text) => text.GetProperty("DetectedText").GetString()!;

    private static double Confidence(JsonElement item) => item.GetProperty("Confidence").GetDouble();
}
