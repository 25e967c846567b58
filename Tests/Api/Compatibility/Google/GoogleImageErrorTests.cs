using System.Text.Json.Nodes;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Google;

/// <summary>Errors in the place of an image; the others of the call are answered.</summary>
[Collection<SharedCloudApi>]
public sealed class GoogleImageErrorTests(CloudApi google)
{
    private static readonly JsonObject Cat = GoogleCalls.For("cat.jpg", Feature("LABEL_DETECTION"));

    public static TheoryData<string, string, int> BadImages => new()
    {
        { "no image", $$"""{"content":"{{Convert.ToBase64String("some text"u8)}}"}""", 3 },
        { "nothing", """{"content":""}""", 3 },
        { "no base64", """{"content":"%%%%"}""", 3 },
        { "cut off", $$"""{"content":"{{Convert.ToBase64String(Photo.Bytes("coffee.jpg").AsSpan(0, 300))}}"}""", 3 },
        { "an address", """{"source":{"imageUri":"http://169.254.169.254/"}}""", 7 },
        { "a bucket", """{"source":{"gcsImageUri":"gs://bucket/photo.jpg"}}""", 7 },
    };

    [Theory]
    [MemberData(nameof(BadImages))]
    public async Task Post_with_a_bad_image_tells_it_in_its_place(string what, string image, int code)
    {
        var bad = new JsonObject { ["image"] = JsonNode.Parse(image), ["features"] = new JsonArray(Feature("LABEL_DETECTION")) };
        var answers = await google.Client.AnnotateAsync(
            GoogleCalls.Body(Cat.DeepClone().AsObject(), bad, Cat.DeepClone().AsObject()));
        Assert.Equal(3, answers.Count);
        Assert.True(answers[0].TryGetProperty("labelAnnotations", out _));
        Assert.Equal(answers[0].GetRawText(), answers[2].GetRawText());
        Assert.Equal(["error"], answers[1].EnumerateObject().Select(static member => member.Name));
        var error = answers[1].GetProperty("error");
        Assert.True(error.GetProperty("code").GetInt32() == code, $"{what}: {error}");
        Assert.DoesNotContain("Exception", error.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"LANDMARK_DETECTION\"", "LANDMARK_DETECTION")]
    [InlineData("\"LOGO_DETECTION\"", "LOGO_DETECTION")]
    [InlineData("\"WEB_DETECTION\"", "WEB_DETECTION")]
    [InlineData("\"PRODUCT_SEARCH\"", "PRODUCT_SEARCH")]
    [InlineData("99", "99")]
    public async Task Post_for_what_this_server_does_not_have_says_so_and_gives_the_rest(string type, string name)
    {
        var alone = GoogleCalls.For("coffee.jpg", Feature(type));
        var together = GoogleCalls.For("coffee.jpg", Feature(type), Feature("OBJECT_LOCALIZATION"));
        var answers = await google.Client.AnnotateAsync(GoogleCalls.Body(alone, together));
        Assert.All(answers, answer =>
        {
            var error = answer.GetProperty("error");
            Assert.Equal(12, error.GetProperty("code").GetInt32());
            Assert.Contains(name, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        });
        Assert.False(answers[0].TryGetProperty("localizedObjectAnnotations", out _));
        Assert.Contains(
            answers[1].GetProperty("localizedObjectAnnotations").EnumerateArray(),
            static thing => thing.GetProperty("name").GetString() == "cup");
    }

    [Fact]
    public async Task Post_for_a_feature_that_is_not_set_up_says_so_and_gives_the_rest()
    {
        await using var api = await ApiProcess.StartAsync([.. CloudApi.Keys]);
        var request = GoogleCalls.For("coffee.jpg", Feature("CROP_HINTS"), Feature("LABEL_DETECTION"), Feature("FACE_DETECTION"));
        var answer = Assert.Single(await api.Client.AnnotateAsync(GoogleCalls.Body(request)));
        Assert.Equal(12, answer.GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal(["error", "labelAnnotations"], answer.EnumerateObject().Select(static member => member.Name).Order());
    }

    private static JsonObject Feature(string type) => new() { ["type"] = type[0] is '"' or '9' ? JsonNode.Parse(type) : type };
}
