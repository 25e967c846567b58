using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Limits;

/// <summary>JSON that is large where there should be little.</summary>
[Collection<SharedApi>]
public sealed class JsonFloodTests(ApiFixture api)
{
    private static readonly string Image = Convert.ToBase64String(EncodedPicture.Gif());
    private static readonly string Spaces = new(' ', 1_000_000);

    [Fact]
    public async Task Post_of_spaces_in_the_base64_is_an_invalid_image()
    {
        await api.Client.FailAsync(Requests.Json($$"""{"image":"{{Image}}{{Spaces}}"}"""), ErrorCodes.InvalidImage);
        await api.Client.FailAsync(Requests.Json($$"""{"image":"{{Spaces}}{{Image}}"}"""), ErrorCodes.InvalidImage);
        await api.Client.FailAsync(Requests.Json($$"""{"image":"{{string.Join("\\n", Image.Chunk(76).Select(static line => new string(line)))}}"}"""), ErrorCodes.InvalidImage);
    }

    [Theory]
    [InlineData("""@{"image":"#"}""")]
    [InlineData("""{@"image":"#"}""")]
    [InlineData("""{"image"@:"#"}""")]
    [InlineData("""{"image":@"#"}""")]
    [InlineData("""{"image":"#"@}""")]
    [InlineData("""{"image":"#"}@""")]
    [InlineData("""{"image":"#",@"top":1}""")]
    [InlineData("""{"image":"#","top":@1}""")]
    public async Task Post_of_spaces_between_members_is_read_or_refused(string json)
    {
        var body = json.Replace("#", Image, StringComparison.Ordinal).Replace("@", Spaces, StringComparison.Ordinal);
        using var response = await api.Client.PostAsync(Requests.Route, Requests.Json(body), TestContext.Current.CancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            await Requests.ReadProblemAsync(response, ErrorCodes.InvalidRequest);
        }

        Assert.Empty(api.ErrorLog);
    }

    [Theory]
    [InlineData("{\"image\":\"#\",\"\\ud800\":1}")]
    [InlineData("{\"image\":\"#\",\"model\":\"\\udc00\"}")]
    [InlineData("{\"image\":\"#\",\"features\":[\"\\ud800\"]}")]
    public async Task Post_of_half_a_character_is_an_invalid_request(string json)
    {
        await api.Client.FailAsync(Requests.Json(json.Replace("#", Image, StringComparison.Ordinal)), ErrorCodes.InvalidRequest);
        Assert.Empty(api.ErrorLog);
    }

    [Fact]
    public async Task Post_of_bytes_that_are_no_unicode_is_an_invalid_request()
    {
        await api.Client.FailAsync(Requests.Raw([.. "{\"\xFF\":1}"u8], "application/json"), ErrorCodes.InvalidRequest);
        await api.Client.FailAsync(Requests.Raw([.. "{\""u8, 0xFF, 0xFE, .. "\":1}"u8], "application/json"), ErrorCodes.InvalidRequest);
        await api.Client.FailAsync(Requests.Raw([.. "{\"model\":\""u8, 0xC3, .. "\"}"u8], "application/json"), ErrorCodes.InvalidRequest);
        Assert.Empty(api.ErrorLog);
    }
}
