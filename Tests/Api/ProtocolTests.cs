using System.Text;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api;

/// <summary>Requests that no client library would send so, and methods and paths that lead nowhere.</summary>
[Collection<SharedApi>]
public sealed class ProtocolTests(ApiFixture api)
{
    private static readonly byte[] Image = EncodedPicture.Gif();

    [Theory]
    [InlineData("OPTIONS", "/api/analyze", "POST")]
    [InlineData("HEAD", "/api/analyze", "POST")]
    [InlineData("TRACE", "/api/analyze-batch", "POST")]
    [InlineData("PUT", "/api/analyze-async", "POST")]
    [InlineData("BREW", "/api/models", "GET")]
    [InlineData("POST", "/api/jobs/one", "GET,DELETE")]
    [InlineData("DELETE", "/api/results/one", "GET")]
    public async Task Send_by_another_method_is_refused_and_names_those_that_there_are(string method, string path, string allowed)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(405, (int)response.StatusCode);
        Assert.Equal(allowed.Split(',').Order(), response.Content.Headers.Allow.Order());
        if (method != "HEAD")
        {
            await Requests.ReadProblemAsync(response, ErrorCodes.MethodNotAllowed);
        }
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/api/")]
    [InlineData("POST", "/api/nothing")]
    [InlineData("POST", "/api//analyze")]
    [InlineData("DELETE", "/api/analyze/more")]
    [InlineData("GET", "/api/results")]
    [InlineData("OPTIONS", "/nothing")]
    public async Task Send_to_an_unknown_path_is_a_problem(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, ErrorCodes.RouteNotFound);
    }

    [Theory]
    [InlineData("/api/%zz", "route_not_found")]
    [InlineData("/api/models/a%2fb", "model_not_found")]
    [InlineData("/api/models/%ff", "model_not_found")]
    [InlineData("/api/jobs/%20", "job_not_found")]
    [InlineData("/api/results/%25", "result_not_found")]
    public async Task Get_of_a_path_with_odd_escapes_is_a_problem(string path, string code) =>
        Assert.Contains($"\"code\":\"{code}\"", await SendAsync($"GET {path} HTTP/1.1", string.Empty), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("Content-Type:\r\n")]
    [InlineData("Content-Type: image\r\n")]
    [InlineData("Content-Type: image/gif\r\nContent-Type: image/png\r\n")]
    [InlineData("Content-Type: image/gif\r\nContent-Encoding: gzip\r\n")]
    [InlineData("Content-Type: application/json\r\nContent-Encoding: br, gzip\r\n")]
    public async Task Post_of_a_content_type_or_coding_that_is_not_read_is_an_unsupported_media_type(string headers)
    {
        var answer = await SendAsync($"POST {Requests.Route} HTTP/1.1", headers);
        Assert.StartsWith("HTTP/1.1 415", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"unsupported_media_type\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1", "Content-Type: IMAGE/GIF; charset=none\r\n")]
    [InlineData("HTTP/1.1", "Content-Type: image/gif\r\nContent-Encoding: identity\r\n")]
    [InlineData("HTTP/1.0", "Content-Type: image/gif\r\n")]
    public async Task Post_as_few_clients_do_is_answered(string version, string headers) =>
        Assert.StartsWith("HTTP/1.1 200", await SendAsync($"POST {Requests.Route} {version}", headers), StringComparison.Ordinal);

    [Fact]
    public async Task Post_that_asks_before_it_sends_is_told_to_go_on()
    {
        await using var connection = await RawConnection.OpenAsync(api.Client.BaseAddress!);
        await connection.SendAsync(Head($"POST {Requests.Route} HTTP/1.1", "Content-Type: image/gif\r\nExpect: 100-continue\r\n"));
        Assert.StartsWith("HTTP/1.1 100", await connection.ReadAsync(until: "\r\n\r\n"), StringComparison.Ordinal);
        await connection.SendAsync(Image);
        Assert.StartsWith("HTTP/1.1 200", await connection.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_that_asks_before_it_sends_too_much_is_refused_at_once()
    {
        await using var connection = await RawConnection.OpenAsync(api.Client.BaseAddress!);
        await connection.SendAsync(
            $"POST {Requests.Route} HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/gif\r\nContent-Length: 99000000\r\nExpect: 100-continue\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413", await connection.ReadAsync(until: "\"image_too_large\""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zz\r\n")]
    [InlineData("-1\r\n")]
    public async Task Post_of_chunks_that_are_none_is_an_invalid_request(string chunks)
    {
        await using var connection = await RawConnection.OpenAsync(api.Client.BaseAddress!);
        await connection.SendAsync(
            $"POST {Requests.Route} HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/gif\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}");
        var answer = await connection.ReadAsync(until: "}");
        Assert.Contains("\"code\":\"invalid_request\"", answer, StringComparison.Ordinal);
        Assert.Empty(api.ErrorLog);
    }

    [Theory]
    [InlineData(RequestHeaders.Deadline, "500, 600")]
    [InlineData(RequestHeaders.Deadline, "1.5")]
    [InlineData(RequestHeaders.Deadline, "+5")]
    [InlineData(RequestHeaders.Deadline, "1e3")]
    [InlineData(RequestHeaders.Deadline, "99999999999")]
    [InlineData(RequestHeaders.Deadline, "")]
    public async Task Post_with_a_header_that_is_not_its_number_names_it(string header, string value)
    {
        var answer = await SendAsync($"POST {Requests.Route} HTTP/1.1", $"Content-Type: image/gif\r\n{header}: {value}\r\n");
        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Contains($"\"errors\":{{\"{header}\":[", answer, StringComparison.Ordinal);
    }

    private static string Head(string line, string headers) =>
        $"{line}\r\nHost: localhost\r\nConnection: close\r\n{headers}{(line[0] == 'P' ? $"Content-Length: {Image.Length}\r\n" : "")}\r\n";

    private async Task<string> SendAsync(string line, string headers)
    {
        await using var connection = await RawConnection.OpenAsync(api.Client.BaseAddress!);
        await connection.SendAsync(Head(line, headers) + (line[0] == 'P' ? Encoding.Latin1.GetString(Image) : string.Empty));
        return await connection.ReadAsync();
    }
}
