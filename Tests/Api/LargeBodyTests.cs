using System.Net;
using System.Net.Http.Json;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api;

/// <summary>Bodies at their limits and far beyond: whoever sends too much is told so, and not cut off.</summary>
[Collection<SharedApi>]
public sealed class LargeBodyTests(ApiFixture api)
{
    private const int Megabyte = 1024 * 1024;
    private const string BatchRoute = "/api/analyze-batch";

    [Theory]
    [InlineData("raw")]
    [InlineData("json")]
    [InlineData("form")]
    [InlineData("chunks")]
    public async Task Post_of_far_more_than_the_limit_is_answered_with_the_problem(string kind)
    {
        var image = Padded(40 * Megabyte);
        var chunks = new ChunkedContent(image[..(24 * Megabyte)], "image/jpeg", static () => 1 << 20);
        await SendAllAsync(
            kind switch
            {
                "raw" => Requests.Raw(image, "image/jpeg"),
                "json" => Requests.Json(image),
                "form" => Requests.Form(image),
                _ => chunks,
            },
            Requests.Route,
            ErrorCodes.ImageTooLarge);
    }

    [Theory]
    [InlineData(Requests.Route, "text/plain", "unsupported_media_type")]
    [InlineData("/api/nothing", "image/jpeg", "route_not_found")]
    [InlineData("/api/models", "image/jpeg", "method_not_allowed")]
    public async Task Post_of_a_large_body_to_a_route_that_does_not_want_it_is_answered(string route, string type, string code) =>
        await SendAllAsync(Requests.Raw(new byte[40 * Megabyte], type), route, ErrorCodes.All.Single(known => known.Code == code));

    [Fact]
    public async Task Post_of_json_that_hides_its_size_in_spaces_is_too_large()
    {
        var json = new byte[28 * Megabyte];
        json.AsSpan().Fill((byte)' ');
        using var body = new ChunkedContent(json, "application/json", static () => 1 << 20);
        await SendAllAsync(body, Requests.Route, ErrorCodes.ImageTooLarge);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_of_a_batch_of_sixteen_of_the_largest_images_is_analysed(bool isForm)
    {
        var image = Padded(20 * Megabyte);
        using var form = new MultipartFormDataContent();
        for (var count = 0; count < 16; count++)
        {
            form.Add(new ByteArrayContent(image), "image", "photo.jpg");
        }

        using var json = new BatchContent(image, 16);
        using var response = await api.Client.PostAsync(BatchRoute, isForm ? form : json, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var batch = await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.BatchAnalysis, TestContext.Current.CancellationToken);
        Assert.Equal(16, batch!.Results.Count(item => item.Analysis is not null));
    }

    [Fact]
    public async Task Post_of_a_batch_with_one_image_that_is_too_large_fails_that_one_alone()
    {
        using var form = Requests.Form(Photo.Bytes("cat.jpg"));
        form.Add(new ByteArrayContent(Padded(21 * Megabyte)), "image", "large.jpg");
        form.Add(new ByteArrayContent(Photo.Bytes("coffee.jpg")), "file", "coffee.jpg");
        using var response = await api.Client.PostAsync(BatchRoute, form, TestContext.Current.CancellationToken);
        var batch = await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.BatchAnalysis, TestContext.Current.CancellationToken);
        Assert.Equal([null, "image_too_large", null], batch!.Results.Select(item => item.Problem?.Code));
        Assert.Equal(413, batch.Results[1].Problem!.Status);
    }

    private static byte[] Padded(int length)
    {
        var image = new byte[length];
        Photo.Bytes("cat.jpg").CopyTo(image, 0);
        return image;
    }

    /// <summary>Sends everything before it looks at the answer, as many clients do.</summary>
    private async Task SendAllAsync(HttpContent body, string route, ErrorCode expected)
    {
        var isChunked = body.Headers.ContentLength is null;
        var bytes = await body.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        await using var connection = await RawConnection.OpenAsync(api.Client.BaseAddress!);
        var length = isChunked ? "Transfer-Encoding: chunked" : $"Content-Length: {bytes.Length}";
        await connection.SendAsync($"POST {route} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {body.Headers.ContentType}\r\n{length}\r\n\r\n");
        foreach (var piece in bytes.Chunk(Megabyte))
        {
            if (isChunked)
            {
                await connection.SendAsync($"{piece.Length:x}\r\n");
            }

            await connection.SendAsync(piece);
            await connection.SendAsync(isChunked ? "\r\n" : string.Empty);
        }

        await connection.SendAsync(isChunked ? "0\r\n\r\n" : string.Empty);
        var answer = await connection.ReadAsync(until: "\"traceId\"");
        Assert.StartsWith($"HTTP/1.1 {expected.Status}", answer, StringComparison.Ordinal);
        Assert.Contains($"\"code\":\"{expected.Code}\"", answer, StringComparison.Ordinal);
        Assert.Empty(api.ErrorLog);
    }
}
