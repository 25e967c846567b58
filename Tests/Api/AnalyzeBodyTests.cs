using System.Text;
using System.Text.Json;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api;

/// <summary>The same bytes give the same answer by every way in.</summary>
[Collection<SharedApi>]
public sealed class AnalyzeBodyTests(ApiFixture api)
{
    private static readonly byte[] Cat = Photo.Bytes("cat.jpg");

    [Fact]
    public async Task Post_of_each_body_gives_the_same_digest_and_labels()
    {
        var raw = await api.Client.AnalyzeAsync(Requests.Raw(Cat, "image/jpeg"));
        Assert.Equal(Vision.ImageDigest.Of(Cat), raw.Digest);
        Assert.Equal(Cat.Length, raw.Image.Bytes);
        foreach (var body in new[]
        {
            Requests.Raw(Cat), Requests.Json(Cat), Requests.Form(Cat), Requests.Form(Cat, "file"),
            Requests.Json($$"""{"image":"data:image/jpeg;base64,{{Convert.ToBase64String(Cat)}}"}"""),
        })
        {
            var other = await api.Client.AnalyzeAsync(body);
            Assert.Equal(raw.Digest, other.Digest);
            Assert.Equal(raw.Labels, other.Labels);
            Assert.Equal(raw.Concepts, other.Concepts);
        }
    }

    [Fact]
    public async Task Post_of_any_chunking_of_any_body_gives_the_same_digest()
    {
        var random = new Random(7);
        var image = EncodedPicture.Jpeg();
        var json = Encoding.UTF8.GetBytes($$"""{"top":3,"image":"{{Convert.ToBase64String(image)}}","features":["labels"]}""");
        using var form = Requests.Form(image);
        var formBytes = await form.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        (byte[] Bytes, string Type)[] bodies =
            [(image, "image/jpeg"), (json, "application/json"), (formBytes, form.Headers.ContentType!.ToString())];
        foreach (var largest in new[] { 1, 2, 7, 64, 1000, 5000 })
        {
            foreach (var (bytes, type) in bodies)
            {
                for (var round = 0; round < (largest == 1 ? 1 : 10); round++)
                {
                    using var body = new ChunkedContent(bytes, type, () => random.Next(1, largest + 1));
                    var analysis = await api.Client.AnalyzeAsync(body);
                    Assert.Equal(Vision.ImageDigest.Of(image), analysis.Digest);
                }
            }
        }
    }

    [Theory]
    [InlineData("\\/", "/")]
    [InlineData("\\u002b", "+")]
    [InlineData("\\u002B", "+")]
    [InlineData("\\u002F", "/")]
    public async Task Post_of_json_with_escapes_in_the_base64_reads_them(string escape, string character)
    {
        var base64 = Convert.ToBase64String(Cat).Replace(character, escape, StringComparison.Ordinal);
        var analysis = await api.Client.AnalyzeAsync(Requests.Json($$"""{ "image" : "{{base64}}" }"""));
        Assert.Equal(Vision.ImageDigest.Of(Cat), analysis.Digest);
    }

    [Theory]
    [InlineData("""{"image":"@","top":2,"model":"efficientnet-lite0","minConfidence":0.2,"equalize":"none"}""")]
    [InlineData("""{"equalize":"none","minConfidence":2e-1,"model":"efficientnet-lite0","top":2,"image":"@"}""")]
    public async Task Post_of_json_reads_options_on_either_side_of_the_image(string json)
    {
        var analysis = await api.Client.AnalyzeAsync(Requests.Json(json.Replace("@", Convert.ToBase64String(Cat), StringComparison.Ordinal)));
        Assert.Equal("efficientnet-lite0", analysis.Model.Name);
        Assert.InRange(analysis.Labels!.Count, 1, 2);
        Assert.All(analysis.Labels, label => Assert.True(label.Confidence >= 0.2f));
    }

    [Fact]
    public async Task Post_with_an_option_in_query_and_body_takes_that_of_the_body()
    {
        using var form = Requests.Form(Cat);
        form.Add(new StringContent("2"), "top");
        Assert.Equal(2, (await api.Client.AnalyzeAsync(form, "?top=7")).Labels!.Count);
        Assert.Equal(7, (await api.Client.AnalyzeAsync(Requests.Raw(Cat), "?top=7")).Labels!.Count);
        var json = Requests.Json($$"""{"image":"{{Convert.ToBase64String(Cat)}}","top":3}""");
        Assert.Equal(3, (await api.Client.AnalyzeAsync(json, "?top=7&model=efficientnet-lite0")).Labels!.Count);
    }

    [Fact]
    public async Task Post_for_features_that_are_switched_off_keeps_the_others()
    {
        await using var other = await ApiProcess.StartAsync([.. EngineSettings.ClassifiersAlone]);
        var analysis = await other.Client.AnalyzeAsync(Requests.Raw(Cat), "?features=labels,moderation,objects,colors&features=faces");
        Assert.NotEmpty(analysis.Labels!);
        Assert.NotEmpty(analysis.Colors!);
        Assert.Equal((null, null, null), (analysis.Objects, analysis.Faces, analysis.Moderation));
        Assert.Equal(["objects", "faces", "moderation"], analysis.Errors.Select(error => error.Feature));
        Assert.All(analysis.Errors, error => Assert.Equal(ErrorCodes.FeatureUnavailable.Code, error.Code));
    }

    [Fact]
    public async Task Post_for_several_features_gives_each_in_the_form_of_the_contract()
    {
        using var response = await api.Client.PostAsync(
            Requests.Route + "?features=labels,objects,faces,moderation,colors",
            Requests.Raw(Photo.Bytes("portrait.jpg")),
            TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var answer = json.RootElement;
        Assert.Equal(
            ["digest", "image", "model", "labels", "concepts", "objects", "faces", "moderation", "colors", "errors"],
            answer.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(["name", "confidence", "box"], answer.GetProperty("objects")[0].EnumerateObject().Select(static member => member.Name));
        var face = answer.GetProperty("faces")[0];
        Assert.Equal(["x", "y", "width", "height"], face.GetProperty("box").EnumerateObject().Select(static member => member.Name));
        Assert.Equal(
            ["rightEye", "leftEye", "nose", "mouth", "rightEar", "leftEar"],
            face.GetProperty("landmarks").EnumerateObject().Select(static member => member.Name));
        Assert.All(face.GetProperty("landmarks").EnumerateObject(), static point => Assert.Equal(2, point.Value.GetArrayLength()));
        Assert.False(answer.GetProperty("moderation").GetProperty("flagged").GetBoolean());
        Assert.Equal(["hex", "share"], answer.GetProperty("colors")[0].EnumerateObject().Select(static member => member.Name));
    }

    [Fact]
    public async Task Post_of_an_animation_with_transparency_warns()
    {
        var analysis = await api.Client.AnalyzeAsync(Requests.Raw(EncodedPicture.AnimatedGif(3)));
        Assert.Equal(3, analysis.Image.Frames);
        Assert.Contains(ImageWarnings.Animated, analysis.Image.Warnings);
        analysis = await api.Client.AnalyzeAsync(Requests.Raw(EncodedPicture.TransparentPng(hasPalette: false)));
        Assert.True(analysis.Image.HasAlpha);
        Assert.Contains(ImageWarnings.TransparencyFlattened, analysis.Image.Warnings);
    }

    [Fact]
    public async Task Post_of_the_largest_image_passes_and_of_one_byte_more_is_refused()
    {
        var largest = new byte[20 * 1024 * 1024];
        Cat.CopyTo(largest, 0);
        Assert.Equal(largest.Length, (await api.Client.AnalyzeAsync(Requests.Raw(largest))).Image.Bytes);
        Assert.Equal(largest.Length, (await api.Client.AnalyzeAsync(Requests.Json(largest))).Image.Bytes);
        Assert.Equal(largest.Length, (await api.Client.AnalyzeAsync(Requests.Form(largest))).Image.Bytes);
        var tooLarge = new byte[largest.Length + 1];
        Cat.CopyTo(tooLarge, 0);
        await api.Client.FailAsync(Requests.Raw(tooLarge), ErrorCodes.ImageTooLarge);
        await api.Client.FailAsync(Requests.Json(tooLarge), ErrorCodes.ImageTooLarge);
        await api.Client.FailAsync(Requests.Form(tooLarge), ErrorCodes.ImageTooLarge);
        await api.Client.FailAsync(new ChunkedContent(tooLarge, "image/jpeg", () => 65536), ErrorCodes.ImageTooLarge);
    }
}
