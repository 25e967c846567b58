using System.Net.Sockets;
using System.Text;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api;

/// <summary>Every bad body meets the problem that the contract names, and leaves no error in the log.</summary>
[Collection<SharedApi>]
public sealed class AnalyzeProblemTests(ApiFixture api)
{
    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    public async Task Post_of_another_format_is_an_invalid_image(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        await api.Client.FailAsync(Requests.Raw(bytes, "image/jpeg"), ErrorCodes.InvalidImage);
        await api.Client.FailAsync(Requests.Form(bytes), ErrorCodes.InvalidImage);
        await api.Client.FailAsync(Requests.Json(bytes), ErrorCodes.InvalidImage);
        Assert.Empty(api.ErrorLog);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(50)]
    [InlineData(99)]
    public async Task Post_of_a_photo_cut_off_is_an_invalid_image(int percent)
    {
        foreach (var file in new[] { Photo.Bytes("cat.jpg"), Photo.Bytes("receipt.png"), EncodedPicture.Webp(isLossless: false), EncodedPicture.Gif() })
        {
            await api.Client.FailAsync(Requests.Raw(file[..(file.Length * percent / 100)]), ErrorCodes.InvalidImage);
        }
    }

    [Fact]
    public async Task Post_of_too_many_pixels_is_refused_by_the_header() =>
        await api.Client.FailAsync(Requests.Raw(PngFile.WithSize(65_535, 65_535)), ErrorCodes.ImageDimensions);

    [Theory]
    [InlineData("iVBORw0KGgo")]
    [InlineData("iVBORw0K Ggo=")]
    [InlineData("iVBORw0KGgo=\\n")]
    [InlineData("iVBORw0KGg==AAAA")]
    [InlineData("iVBORw0KGgo_")]
    [InlineData("====")]
    [InlineData("é")]
    [InlineData("data:text/html;base64,AAAA")]
    [InlineData("data:image/png,AAAA")]
    [InlineData("data:image/png;base64,")]
    [InlineData("data:")]
    [InlineData("")]
    public async Task Post_of_json_with_bad_base64_is_an_invalid_image(string base64) =>
        await api.Client.FailAsync(Requests.Json($$"""{"image":"{{base64}}"}"""), ErrorCodes.InvalidImage);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"AAAA\"")]
    [InlineData("{")]
    [InlineData("""{"image":"AAAA""")]
    [InlineData("""{"image":"@"} {}""")]
    [InlineData("""{"image":"@",}""")]
    [InlineData("""{"image":"@","top":}""")]
    [InlineData("""{"image":"\x"}""")]
    [InlineData("{\"image\":\"AA\nAA\"}")]
    public async Task Post_of_malformed_json_is_an_invalid_request(string json)
    {
        var body = json.Replace("@", Convert.ToBase64String(EncodedPicture.Gif()), StringComparison.Ordinal);
        await api.Client.FailAsync(Requests.Json(body), ErrorCodes.InvalidRequest);
        Assert.Empty(api.ErrorLog);
    }

    [Theory]
    [InlineData("""{"top":1}""", "image")]
    [InlineData("""{"image":null}""", "image")]
    [InlineData("""{"image":5}""", "image")]
    [InlineData("""{"image":["AAAA"]}""", "image")]
    [InlineData("""{"image":{"image":"AAAA"}}""", "image")]
    [InlineData("""{"image":"@","image":"@"}""", "image")]
    [InlineData("""{"image":"@","top":1,"top":2}""", "top")]
    [InlineData("""{"image":"@","top":"1"}""", "top")]
    [InlineData("""{"image":"@","top":0}""", "top")]
    [InlineData("""{"image":"@","top":null}""", "top")]
    [InlineData("""{"image":"@","minConfidence":true}""", "minConfidence")]
    [InlineData("""{"image":"@","features":[]}""", "features")]
    [InlineData("""{"image":"@","features":[1]}""", "features")]
    [InlineData("""{"image":"@","features":["labels",["faces"]]}""", "features")]
    [InlineData("""{"image":"@","features":"everything"}""", "features")]
    [InlineData("""{"image":"@","model":5}""", "model")]
    [InlineData("""{"image":"@","url":"http://example.com/a.jpg"}""", "url")]
    [InlineData("""{"image":"@","extra":{"a":[{"b":"c"}]}}""", "extra")]
    public async Task Post_of_json_with_a_wrong_member_names_it(string json, string member)
    {
        var body = json.Replace("@", Convert.ToBase64String(EncodedPicture.Gif()), StringComparison.Ordinal);
        var problem = await api.Client.FailAsync(Requests.Json(body), ErrorCodes.InvalidRequest);
        Assert.Contains(member, problem.Errors!.Keys);
    }

    [Fact]
    public async Task Post_of_json_of_great_depth_or_with_a_long_member_is_an_invalid_request()
    {
        await api.Client.FailAsync(Requests.Json("{\"x\":" + new string('[', 10_000)), ErrorCodes.InvalidRequest);
        await api.Client.FailAsync(Requests.Json($$"""{"model":"{{new string('m', 100_000)}}"}"""), ErrorCodes.InvalidRequest);
        await api.Client.FailAsync(Requests.Json(new string(' ', 100_000) + "x"), ErrorCodes.InvalidRequest);
    }

    [Theory]
    [InlineData("?top=0", "top")]
    [InlineData("?top=5&top=6", "top")]
    [InlineData("?features=", "features")]
    [InlineData("?colour=red", "colour")]
    [InlineData("?minConfidence=NaN", "minConfidence")]
    [InlineData("?model=", "model")]
    public async Task Post_with_a_wrong_query_names_the_option(string query, string member)
    {
        var problem = await api.Client.FailAsync(Requests.Raw(EncodedPicture.Gif()), ErrorCodes.InvalidRequest, query);
        Assert.Equal([member], problem.Errors!.Keys);
    }

    [Fact]
    public async Task Post_with_an_unknown_model_is_model_not_found() =>
        await api.Client.FailAsync(Requests.Raw(EncodedPicture.Gif()), ErrorCodes.ModelNotFound, "?model=none");

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json-patch+json")]
    public async Task Post_of_another_content_type_is_an_unsupported_media_type(string type) =>
        await api.Client.FailAsync(Requests.Raw([1], type), ErrorCodes.UnsupportedMediaType);

    [Fact]
    public async Task Send_to_another_path_or_by_another_method_is_a_problem_too()
    {
        using var missing = await api.Client.GetAsync("/api/nothing", TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(missing, ErrorCodes.RouteNotFound);
        using var wrong = await api.Client.GetAsync(Requests.Route, TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(wrong, ErrorCodes.MethodNotAllowed);
        Assert.Equal(["POST"], wrong.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("soon")]
    public async Task Post_with_a_bad_deadline_is_an_invalid_request(string deadline)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Route) { Content = Requests.Raw(EncodedPicture.Gif()) };
        request.Headers.Add(RequestHeaders.Deadline, deadline);
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, ErrorCodes.InvalidRequest);
    }

    [Fact]
    public async Task Post_of_a_wrong_format_is_refused_before_the_body_ends()
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", api.Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        var stream = connection.GetStream();
        var head = $"POST {Requests.Route} HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/jpeg\r\nContent-Length: 20000000\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + new string('x', 2048)), TestContext.Current.CancellationToken);
        var buffer = new byte[64];
        var read = await stream.ReadAtLeastAsync(buffer, 12, cancellationToken: TestContext.Current.CancellationToken);
        Assert.StartsWith("HTTP/1.1 400", Encoding.ASCII.GetString(buffer, 0, read), StringComparison.Ordinal);
        Assert.Empty(api.ErrorLog);
    }
}
