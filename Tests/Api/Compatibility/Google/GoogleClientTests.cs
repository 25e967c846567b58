using System.Text.Json;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Google;

/// <summary>Google's own client from npm, told nothing but this server's address and a key.</summary>
[Collection<SharedCloudApi>]
public sealed class GoogleClientTests(CloudApi google, CloudClients clients)
{
    private string Address => google.Client.BaseAddress!.ToString();

    public static TheoryData<string, string> Scenes => new()
    {
        { "cat.jpg", "cat" }, { "coffee.jpg", "espresso" }, { "palace.jpg", "palace" },
    };

    [Theory]
    [MemberData(nameof(Scenes))]
    public async Task LabelDetection_tells_what_is_in_a_photo(string photo, string label)
    {
        var labels = await HelperAsync("labelDetection", photo, "labelAnnotations");
        Assert.InRange(labels.Count, 1, 10);
        Assert.Contains(labels, found => found.GetProperty("description").GetString() == label);
        Assert.All(labels, static found => Assert.InRange(found.GetProperty("score").GetDouble(), 0.1, 1));
    }

    [Fact]
    public async Task ObjectLocalization_finds_the_cup()
    {
        var things = await HelperAsync("objectLocalization", "coffee.jpg", "localizedObjectAnnotations");
        var cup = Assert.Single(things, static thing => thing.GetProperty("name").GetString() == "cup");
        Assert.Equal(4, cup.GetProperty("boundingPoly").GetProperty("normalizedVertices").GetArrayLength());
    }

    [Fact]
    public async Task FaceDetection_finds_the_face_and_its_sides_as_the_viewer_sees_them()
    {
        var face = Assert.Single(await HelperAsync("faceDetection", "astronaut.jpg", "faceAnnotations"));
        var places = face.GetProperty("landmarks").EnumerateArray().ToDictionary(
            static landmark => landmark.GetProperty("type").GetString()!,
            static landmark => landmark.GetProperty("position").GetProperty("x").GetDouble());
        Assert.Equal(
            ["LEFT_EAR_TRAGION", "LEFT_EYE", "NOSE_TIP", "RIGHT_EYE", "RIGHT_EAR_TRAGION"],
            places.Where(static place => place.Key != "MOUTH_CENTER").OrderBy(static place => place.Value).Select(static place => place.Key));
        Assert.InRange(face.GetProperty("rollAngle").GetDouble(), -5, 5);
        Assert.Equal("UNKNOWN", face.GetProperty("joyLikelihood").GetString());
    }

    [Fact]
    public async Task TextDetection_reads_the_receipt()
    {
        var texts = await HelperAsync("textDetection", "receipt.png", "textAnnotations");
        Assert.Equal(string.Join('\n', Receipt.Lines), texts[0].GetProperty("description").GetString());
        Assert.Equal(
            Receipt.Lines.SelectMany(static line => line.Split(' ')),
            texts.Skip(1).Select(static text => text.GetProperty("description").GetString()!));
    }

    [Fact]
    public async Task DocumentTextDetection_gives_the_page()
    {
        var answer = await AnswerAsync("helper", "documentTextDetection", Path.Combine(Photo.Folder, Receipt.FileName));
        var full = answer.GetProperty("fullTextAnnotation");
        Assert.Equal(string.Join('\n', Receipt.Lines), full.GetProperty("text").GetString());
        Assert.Equal(Receipt.Lines.Count, Assert.Single(full.GetProperty("pages").EnumerateArray()).GetProperty("blocks").GetArrayLength());
    }

    [Theory]
    [InlineData("safeSearchDetection", "safeSearchAnnotation", "\"adult\":\"VERY_UNLIKELY\"")]
    [InlineData("imageProperties", "imagePropertiesAnnotation", "\"pixelFraction\":0.")]
    [InlineData("cropHints", "cropHintsAnnotation", "\"importanceFraction\":1")]
    public async Task The_helpers_of_one_answer_are_answered(string helper, string member, string part)
    {
        var answer = await AnswerAsync("helper", helper, Path.Combine(Photo.Folder, "coffee.jpg"));
        Assert.Contains(part, answer.GetProperty(member).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BatchAnnotateImages_gives_right_answers_and_an_error_in_its_place()
    {
        static object For(object image) => new { image = new { content = image }, features = new[] { new { type = "LABEL_DETECTION", maxResults = 3 } } };

        var request = new { requests = new[] { For(PhotoAt("cat.jpg")), For("bm90aGluZw=="), For(PhotoAt("coffee.jpg")) }, parent = "projects/a/locations/eu" };
        var answer = await AnswerAsync("method", "batchAnnotateImages", JsonSerializer.Serialize(request));
        var responses = answer.GetProperty("responses").EnumerateArray().ToList();
        Assert.Equal([3, 0, 3], responses.Select(static response => response.GetProperty("labelAnnotations").GetArrayLength()));
        Assert.Contains("espresso", responses[2].GetRawText(), StringComparison.Ordinal);
        Assert.Equal(3, responses[1].GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal(JsonValueKind.Null, responses[0].GetProperty("error").ValueKind);
    }

    [Fact]
    public async Task A_client_with_a_wrong_key_throws_what_it_throws_at_Google()
    {
        var error = await ErrorAsync("wrong", "helper", "labelDetection", Path.Combine(Photo.Folder, "cat.jpg"));
        Assert.Equal(("GaxiosError", 400, "INVALID_ARGUMENT"), Told(error));
    }

    [Theory]
    [InlineData("batchAnnotateFiles")]
    [InlineData("asyncBatchAnnotateImages")]
    [InlineData("asyncBatchAnnotateFiles")]
    public async Task A_method_that_this_server_does_not_have_throws(string method)
    {
        var error = await ErrorAsync(CloudApi.Key, "method", method, """{"requests":[]}""");
        Assert.Equal(("GaxiosError", 501, "UNIMPLEMENTED"), Told(error));
    }

    [Fact]
    public async Task A_client_that_has_used_up_its_quota_throws()
    {
        await using var api = await ApiProcess.StartAsync(
            ("Security:ApiKeys:0:Name", "few"), ("Security:ApiKeys:0:Key", "few-key"), ("Security:ApiKeys:0:PermitsPerMinute", "1"));
        string[] call = ["google-client.mjs", api.Client.BaseAddress!.ToString(), "few-key", "helper", "labelDetection", Path.Combine(Photo.Folder, "cat.jpg")];
        var first = JsonElement.Parse(await clients.RunAsync(call[0], call[1..]));
        Assert.True(first.TryGetProperty("answer", out _), first.ToString());
        var second = JsonElement.Parse(await clients.RunAsync(call[0], call[1..]));
        Assert.Equal(("GaxiosError", 429, "RESOURCE_EXHAUSTED"), Told(second.GetProperty("error")));
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public async Task The_sample_prints_right_answers(string photo, string label)
    {
        var printed = await clients.RunAsync("google.mjs", [Path.Combine(Photo.Folder, photo)], Environment());
        Assert.Matches($@"(?m)^{label}: 0\.\d\d$", printed);
    }

    private static object PhotoAt(string name) => new { photo = Path.Combine(Photo.Folder, name) };

    /// <summary>The client passes the body of an error on as its message.</summary>
    private static (string? Class, int Code, string? Status) Told(JsonElement error) => (
        error.GetProperty("class").GetString(),
        error.GetProperty("code").GetInt32(),
        JsonElement.Parse(error.GetProperty("message").GetString()!).GetProperty("error").GetProperty("status").GetString());

    private Dictionary<string, string> Environment() => new(StringComparer.Ordinal)
    {
        ["GOOGLE_VISION_ENDPOINT"] = Address,
        ["GOOGLE_API_KEY"] = CloudApi.Key,
    };

    private async Task<IReadOnlyList<JsonElement>> HelperAsync(string helper, string photo, string member) =>
        [.. (await AnswerAsync("helper", helper, Path.Combine(Photo.Folder, photo))).GetProperty(member).EnumerateArray()];

    private async Task<JsonElement> AnswerAsync(params string[] call)
    {
        var output = JsonElement.Parse(await clients.RunAsync("google-client.mjs", [Address, CloudApi.Key, .. call]));
        Assert.True(output.TryGetProperty("answer", out var answer), output.ToString());
        return answer;
    }

    private async Task<JsonElement> ErrorAsync(string key, params string[] call) =>
        JsonElement.Parse(await clients.RunAsync("google-client.mjs", [Address, key, .. call])).GetProperty("error");
}
