using System.Globalization;
using System.Text.Json;
using ApiService.Compatibility;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Google;

/// <summary>A photo gives the same facts by Google's route as by this service's own.</summary>
[Collection<SharedCloudApi>]
public sealed class GoogleFactsTests(CloudApi google)
{
    private const string Query = "?features=labels,objects,faces,moderation,text,colors&top=100&textDetail=symbols";

    public static TheoryData<string> Photos => ExpectedAnswers.PhotosWith("efficientnet-lite2");

    [Theory]
    [MemberData(nameof(Photos))]
    public async Task Post_of_a_photo_gives_the_facts_of_the_native_route(string photo)
    {
        var native = await google.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes(photo)), Query);
        var answer = Assert.Single(await google.Client.AnnotateAsync(GoogleCalls.Body(GoogleCalls.All(photo))));
        Assert.False(answer.TryGetProperty("error", out _));
        Assert.Equal(
            SceneTags.Of(native, SceneTags.MinimumConfidence)
                .Select(static tag => (tag.Name, tag.Confidence)),
            List(answer, "labelAnnotations").Select(static label => (Text(label, "description"), Number(label, "score"))));
        Assert.Equal(
            native.Objects!.Select(static thing => (thing.Name, thing.Confidence, thing.Box)),
            List(answer, "localizedObjectAnnotations").Select(thing =>
                (Text(thing, "name"), Number(thing, "score"), BoxOf(thing, native.Image))));
        Assert.Equal(
            native.Faces!.Select(static face => (face.Confidence, face.Box, face.Landmarks.RightEye, face.Landmarks.LeftEar)),
            List(answer, "faceAnnotations").Select(face => (
                Number(face, "detectionConfidence"), BoxOf(face), LandmarkOf(face, "LEFT_EYE"), LandmarkOf(face, "RIGHT_EAR_TRAGION"))));
        AssertSame(native.Text!.Lines, answer, native.Image);
        Assert.Equal(
            native.Colors!.Select(static color => (color.Hex, color.Share)),
            List(answer.GetProperty("imagePropertiesAnnotation").GetProperty("dominantColors"), "colors")
                .Select(static color => (HexOf(color.GetProperty("color")), Number(color, "pixelFraction"))));
        Assert.True(native.Moderation!.Unsafe < 0.05);
        Assert.Equal("VERY_UNLIKELY", Text(answer.GetProperty("safeSearchAnnotation"), "adult"));
    }

    private static void AssertSame(IReadOnlyList<TextLine> lines, JsonElement answer, ImageReport image)
    {
        var words = lines.SelectMany(static line => line.Words!).ToList();
        Assert.Equal(lines.Count > 0, answer.TryGetProperty("fullTextAnnotation", out var full));
        Assert.Equal(
            lines.Count == 0 ? [] : [string.Join('\n', lines.Select(static line => line.Text)), .. words.Select(static word => word.Text)],
            List(answer, "textAnnotations").Select(static text => Text(text, "description")));
        if (lines.Count == 0)
        {
            return;
        }

        var page = Assert.Single(List(full, "pages"));
        Assert.Equal((image.Width, image.Height), ((int)Number(page, "width"), (int)Number(page, "height")));
        var paragraphs = List(page, "blocks").Select(static block => Assert.Single(List(block, "paragraphs"))).ToList();
        Assert.Equal(
            lines.Select(static line => (line.Confidence, line.Words!.Count)),
            paragraphs.Select(static paragraph => (Number(paragraph, "confidence"), List(paragraph, "words").Count)));
        var symbols = paragraphs.SelectMany(static paragraph => List(paragraph, "words")).SelectMany(static word => List(word, "symbols"));
        Assert.Equal(
            words.SelectMany(static word => word.Symbols!).Select(static symbol => (symbol.Text, symbol.Confidence)),
            symbols.Select(static symbol => (Text(symbol, "text"), Number(symbol, "confidence"))));
        Assert.Equal(
            lines.Select(static line => line.Text), paragraphs.Select(static paragraph => ReadByBreaks(paragraph)));
    }

    /// <summary>The text of a paragraph as programs put it together: symbol by symbol, with the breaks between them.</summary>
    private static string ReadByBreaks(JsonElement paragraph)
    {
        var symbols = List(paragraph, "words").SelectMany(static word => List(word, "symbols")).ToList();
        Assert.Equal("LINE_BREAK", BreakOf(symbols[^1]));
        return string.Concat(symbols.Select(static symbol => Text(symbol, "text") + (BreakOf(symbol) == "SPACE" ? " " : string.Empty)));
    }

    private static string? BreakOf(JsonElement symbol) => symbol.TryGetProperty("property", out var property)
        ? Text(property.GetProperty("detectedBreak"), "type")
        : null;

    private static IReadOnlyList<JsonElement> List(JsonElement message, string name) =>
        message.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];

    private static string Text(JsonElement message, string name) => message.GetProperty(name).GetString()!;

    private static float Number(JsonElement message, string name) => message.GetProperty(name).GetSingle();

    private static BoundingBox BoxOf(JsonElement face)
    {
        var corners = List(face.GetProperty("boundingPoly"), "vertices");
        return Box(corners, static (corner, axis) => (int)Number(corner, axis));
    }

    private static BoundingBox BoxOf(JsonElement thing, ImageReport image)
    {
        var corners = List(thing.GetProperty("boundingPoly"), "normalizedVertices");
        return Box(corners, (corner, axis) => (int)Math.Round(Number(corner, axis) * (axis == "x" ? image.Width : image.Height)));
    }

    private static BoundingBox Box(IReadOnlyList<JsonElement> corners, Func<JsonElement, string, int> read)
    {
        Assert.Equal(4, corners.Count);
        var (x, y) = (read(corners[0], "x"), read(corners[0], "y"));
        Assert.Equal((read(corners[1], "x"), y, x), (read(corners[2], "x"), read(corners[1], "y"), read(corners[3], "x")));
        return new BoundingBox(x, y, read(corners[2], "x") - x, read(corners[2], "y") - y);
    }

    private static PixelPoint LandmarkOf(JsonElement face, string type)
    {
        var place = List(face, "landmarks").Single(landmark => Text(landmark, "type") == type).GetProperty("position");
        return new PixelPoint((int)Number(place, "x"), (int)Number(place, "y"));
    }

    private static string HexOf(JsonElement color) => string.Create(
        CultureInfo.InvariantCulture,
        $"#{(int)Number(color, "red"):x2}{(int)Number(color, "green"):x2}{(int)Number(color, "blue"):x2}");
}
