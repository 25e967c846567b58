using System.Text.Json;
using ApiService.Compatibility;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Aws;

/// <summary>The same photo gives the same facts by the native route and by the official client.</summary>
[Collection<SharedCloudApi>]
public sealed class AwsSameFactsTests(CloudApi api, CloudClients clients)
{
    public static TheoryData<string> Photos =>
        [.. Directory.EnumerateFiles(Photo.Folder).Select(static path => Path.GetFileName(path)).Where(static name => Path.GetExtension(name) is ".jpg" or ".png")];

    [Theory]
    [MemberData(nameof(Photos))]
    public async Task Both_routes_tell_the_same(string photo)
    {
        var native = await api.Client.AnalyzeAsync(
            Requests.Raw(Photo.Bytes(photo)), "?features=labels,objects,faces,moderation,text,colors&top=100&textDetail=words");
        var answers = await new AwsClient(api.Endpoint).AnswersAsync(
            clients,
            AwsCall.Of("DetectLabels", photo, """{"MinConfidence":0,"Features":["GENERAL_LABELS","IMAGE_PROPERTIES"]}"""),
            AwsCall.Of("DetectFaces", photo),
            AwsCall.Of("DetectModerationLabels", photo, """{"MinConfidence":0}"""),
            AwsCall.Of("DetectText", photo));
        AssertLabels(native, answers[0].GetProperty("Labels"));
        Assert.Equal(
            native.Colors!.Select(static color => (color.Hex, color.Share)),
            answers[0].GetProperty("ImageProperties").GetProperty("DominantColors").EnumerateArray().Select(static color =>
                (color.GetProperty("HexCode").GetString()!, MathF.Round(color.GetProperty("PixelPercent").GetSingle() / 100, 4))));
        Assert.Equal(
            native.Faces!.Select(static face => (face.Confidence, face.Box, face.Landmarks.RightEye, face.Landmarks.LeftEye, face.Landmarks.Nose)),
            answers[1].GetProperty("FaceDetails").EnumerateArray().Select(face => Face(face, native.Image)));
        Assert.Equal([native.Moderation!.Unsafe], answers[2].GetProperty("ModerationLabels").EnumerateArray().Select(AwsFacts.Confidence));
        AssertText(native, answers[3].GetProperty("TextDetections"));
    }

    private static void AssertLabels(Analysis native, JsonElement labels)
    {
        var expected = native.Labels!.Select(static label => (label.Name, label.Confidence))
            .Concat(SceneTags.Concepts(native).Select(static concept => (concept.Name, concept.Confidence)))
            .GroupBy(static term => term.Name).Select(static terms => (Name: terms.Key, terms.MaxBy(static term => term.Confidence).Confidence)).ToList();
        var alone = native.Objects!.GroupBy(static thing => thing.Name)
            .Where(things => !expected.Any(term => term.Name == things.Key))
            .Select(static things => (Name: things.Key, Confidence: things.Max(static thing => thing.Confidence)));
        Assert.Equal(
            expected.Concat(alone).OrderBy(static label => label.Name, StringComparer.Ordinal),
            labels.EnumerateArray().Select(static label => (label.GetProperty("Name").GetString()!, AwsFacts.Confidence(label)))
                .OrderBy(static label => label.Item1, StringComparer.Ordinal));
        Assert.Equal(
            native.Objects!.Select(static thing => (thing.Name, thing.Confidence, thing.Box)).OrderBy(static thing => thing.ToString(), StringComparer.Ordinal),
            labels.EnumerateArray().SelectMany(label => label.GetProperty("Instances").EnumerateArray().Select(thing =>
                    (label.GetProperty("Name").GetString()!, AwsFacts.Confidence(thing), AwsFacts.Pixels(thing, native.Image.Width, native.Image.Height))))
                .OrderBy(static thing => thing.ToString(), StringComparer.Ordinal));
    }

    private static void AssertText(Analysis native, JsonElement detections)
    {
        var lines = native.Text!.Lines;
        Assert.Equal(
            lines.Select(static line => (line.Text, line.Confidence)).Concat(
                lines.SelectMany(static line => line.Words!).Select(static word => (word.Text, word.Confidence))),
            detections.EnumerateArray().Select(static text => (text.GetProperty("DetectedText").GetString()!, AwsFacts.Confidence(text))));
        Assert.Equal(
            lines.SelectMany(static line => line.Box).Concat(lines.SelectMany(static line => line.Words!).SelectMany(static word => word.Box)),
            detections.EnumerateArray().SelectMany(static text => text.GetProperty("Geometry").GetProperty("Polygon").EnumerateArray())
                .Select(corner => AwsFacts.Point(corner, native.Image)));
    }

    private static (float Confidence, BoundingBox Box, PixelPoint RightEye, PixelPoint LeftEye, PixelPoint Nose) Face(JsonElement face, ImageReport image)
    {
        var points = face.GetProperty("Landmarks").EnumerateArray()
            .ToDictionary(static point => point.GetProperty("Type").GetString()!, point => AwsFacts.Point(point, image));
        return (AwsFacts.Confidence(face), AwsFacts.Pixels(face, image.Width, image.Height), points["eyeLeft"], points["eyeRight"], points["nose"]);
    }
}
