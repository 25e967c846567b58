using System.Text;
using System.Text.Json;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Azure;

/// <summary>Every kind of body that Azure's route may meet.</summary>
[Collection<SharedCloudApi>]
public sealed class AzureBodyTests(CloudApi api)
{
    private const string Query = $"{AzureRequests.Path}?{AzureRequests.Version}&features=tags";

    [Theory]
    [InlineData("application/octet-stream")]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    public async Task Post_of_the_bytes_is_answered_whatever_their_type_says(string type) =>
        AssertCat(await api.Client.AnalyzeAsync("features=tags", Requests.Raw(Photo.Bytes("cat.jpg"), type)));

    [Fact]
    public async Task Post_of_a_form_is_answered() =>
        AssertCat(await api.Client.AnalyzeAsync("features=tags", Requests.Form(Photo.Bytes("cat.jpg"))));

    [Fact]
    public async Task Post_of_a_form_without_a_part_or_with_two_is_an_invalid_request()
    {
        Assert.Equal(Invalid(null), await api.Client.FailAsync(Query, new MultipartFormDataContent("edge")));
        var two = Requests.Form(Photo.Bytes("cat.jpg"));
        two.Add(new ByteArrayContent([1]), "other", "other.jpg");
        Assert.Equal(Invalid(null), await api.Client.FailAsync(Query, two));
    }

    [Theory]
    [InlineData("no image at all")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    public async Task Post_of_another_format_is_an_invalid_format(string content) =>
        Assert.Equal(Invalid("InvalidImageFormat"), await api.Client.FailAsync(Query, Requests.Raw(Encoding.UTF8.GetBytes(content))));

    [Fact]
    public async Task Post_of_half_a_photo_is_an_invalid_format() =>
        Assert.Equal(Invalid("InvalidImageFormat"), await api.Client.FailAsync(Query, Requests.Raw(Photo.Bytes("cat.jpg")[..5000])));

    [Fact]
    public async Task Post_of_nothing_is_an_invalid_size() =>
        Assert.Equal(Invalid("InvalidImageSize"), await api.Client.FailAsync(Query, Requests.Raw([])));

    [Fact]
    public async Task Post_of_too_many_bytes_is_an_invalid_size() =>
        Assert.Equal(Invalid("InvalidImageSize"), await api.Client.FailAsync(Query, Requests.Raw(new byte[(20 * 1024 * 1024) + 1])));

    [Fact]
    public async Task Post_of_too_many_pixels_is_an_invalid_size() =>
        Assert.Equal(Invalid("InvalidImageSize"), await api.Client.FailAsync(Query, Requests.Raw(PngFile.WithSize(65_535, 65_535))));

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Post_of_another_type_is_an_unsupported_media_type(string type) =>
        Assert.Equal(Invalid("UnsupportedMediaType"), await api.Client.FailAsync(Query, Requests.Raw(Photo.Bytes("cat.jpg"), type)));

    [Fact]
    public async Task Post_of_an_address_is_refused_and_nothing_is_fetched()
    {
        using var elsewhere = new TrapAddress();
        var body = Requests.Json($$"""{"url":"http://127.0.0.1:{{elsewhere.Port}}/photo.jpg"}""");
        Assert.Equal(Invalid("InvalidImageUrl"), await api.Client.FailAsync(Query, body));
        Assert.False(elsewhere.WasAsked);
    }

    [Theory]
    [InlineData("""{"url":"file:///etc/passwd"}""")]
    [InlineData("""{"url":"nowhere","other":[1,{"a":2}]}""")]
    [InlineData("""{"url":""}""")]
    public async Task Post_of_any_other_address_is_refused_alike(string json) =>
        Assert.Equal(Invalid("InvalidImageUrl"), await api.Client.FailAsync(Query, Requests.Json(json)));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"url":null}""")]
    [InlineData("""{"url":5}""")]
    [InlineData("""{"image":"AAAA"}""")]
    public async Task Post_of_json_without_an_address_is_an_invalid_request(string json) =>
        Assert.Equal(Invalid(null), await api.Client.FailAsync(Query, Requests.Json(json)));

    [Fact]
    public async Task Post_of_very_long_json_is_an_invalid_request() =>
        Assert.Equal(Invalid(null), await api.Client.FailAsync(Query, Requests.Json($$"""{"url":"{{new string('u', 1_000_000)}}"}""")));

    private static AzureFailure Invalid(string? innerCode) => new(400, "InvalidRequest", innerCode);

    private static void AssertCat(JsonElement result) =>
        Assert.Contains(result.Values("tagsResult"), static tag => tag.Text("name") == "Egyptian cat");
}
