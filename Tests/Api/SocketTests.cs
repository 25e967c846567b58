using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text.Json;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api;

/// <summary>One image over a WebSocket.</summary>
[Collection<SharedApi>]
public sealed class SocketTests(ApiFixture api)
{
    private static readonly byte[] Cat = Photo.Bytes("cat.jpg");

    [Theory]
    [InlineData(1000)]
    [InlineData(10_000_000)]
    public async Task Send_in_frames_of_any_size_gives_the_analysis(int frameBytes)
    {
        using var socket = await OpenAsync();
        var digest = Convert.ToHexStringLower(SHA256.HashData(Cat));
        await socket.SendAsync($$"""{"bytes":{{Cat.Length}},"sha256":"{{digest}}","top":2}""");
        await SendAsync(socket, Cat, frameBytes);
        var answer = await socket.ReadToEndAsync();
        Assert.Equal(Cat.Length, socket.Received);
        Assert.Equal("Egyptian cat", answer.GetProperty("analysis").GetProperty("labels")[0].GetProperty("name").GetString());
        Assert.Equal(2, answer.GetProperty("analysis").GetProperty("labels").GetArrayLength());
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task Send_of_more_bytes_than_announced_closes_with_1009()
    {
        using var socket = await OpenAsync();
        await socket.SendAsync($$"""{"bytes":{{Cat.Length - 1}}}""");
        await SendAsync(socket, Cat, Cat.Length);
        await socket.ReadToEndAsync();
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, socket.CloseStatus);
    }

    [Fact]
    public async Task Send_of_another_digest_tells_the_problem_and_closes_with_1008()
    {
        using var socket = await OpenAsync();
        await socket.SendAsync($$"""{"bytes":{{Cat.Length}},"sha256":"{{new string('0', 64)}}"}""");
        await SendAsync(socket, Cat, 50_000);
        Assert.Equal(ErrorCodes.InvalidRequest.Code, CodeOf(await socket.ReadToEndAsync()));
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, socket.CloseStatus);
    }

    [Theory]
    [InlineData("{\"bytes\":20971521}", "image_too_large")]
    [InlineData("{\"top\":1}", "invalid_request")]
    [InlineData("{\"bytes\":4,\"shape\":1}", "invalid_request")]
    [InlineData("{\"bytes\":4,\"top\":\"1\"}", "invalid_request")]
    [InlineData("[]", "invalid_request")]
    [InlineData("{", "invalid_request")]
    [InlineData("{\"bytes\":0}", "invalid_image")]
    [InlineData("{\"bytes\":5,\"bytes\":6}", "invalid_request")]
    [InlineData("{\"bytes\":5,\"stream\":true}", "invalid_request")]
    [InlineData("{\"bytes\":5.5}", "invalid_request")]
    [InlineData("{\"bytes\":-1}", "invalid_request")]
    [InlineData("{\"bytes\":5,\"sha256\":\"abc\"}", "invalid_request")]
    [InlineData("{\"bytes\":5,\"features\":[]}", "invalid_request")]
    [InlineData("{\"bytes\":5,\"top\":null}", "invalid_request")]
    [InlineData("", "invalid_request")]
    public async Task Send_of_a_first_frame_with_something_wrong_tells_the_problem(string start, string code)
    {
        using var socket = await OpenAsync();
        await socket.SendAsync(start);
        Assert.Equal(code, CodeOf(await socket.ReadToEndAsync()));
    }

    [Fact]
    public async Task Send_of_a_wrong_format_is_refused_before_the_image_ends()
    {
        using var socket = await OpenAsync();
        await socket.SendAsync("{\"bytes\":1000000}");
        await SendAsync(socket, "this is no image at all"u8.ToArray(), 100);
        Assert.Equal(ErrorCodes.InvalidImage.Code, CodeOf(await socket.ReadToEndAsync()));
    }

    [Fact]
    public async Task Get_without_an_upgrade_is_an_invalid_request()
    {
        using var response = await api.Client.GetAsync("/api/analyze/ws", TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, ErrorCodes.InvalidRequest);
    }

    [Fact]
    public async Task Send_in_pieces_of_one_frame_that_an_empty_one_ends_gives_the_analysis()
    {
        using var socket = await OpenAsync("?top=9&model=efficientnet-lite0");
        await socket.SendAsync($$"""{"bytes":{{Cat.Length}},"top":3}""");
        await socket.SendAsync(default(ReadOnlyMemory<byte>));
        await socket.SendAsync(Cat.AsMemory(0, 5), endOfMessage: false);
        await socket.SendAsync(Cat.AsMemory(5), endOfMessage: false);
        await socket.SendAsync(default(ReadOnlyMemory<byte>));
        var analysis = (await socket.ReadToEndAsync()).GetProperty("analysis");
        Assert.Equal(3, analysis.GetProperty("labels").GetArrayLength());
        Assert.Equal("efficientnet-lite0", analysis.GetProperty("model").GetProperty("name").GetString());
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task Send_of_text_for_bytes_or_bytes_for_text_tells_the_problem()
    {
        using var first = await OpenAsync();
        await first.SendAsync(Cat);
        Assert.Equal("invalid_request", CodeOf(await first.ReadToEndAsync()));
        using var second = await OpenAsync();
        await second.SendAsync("{\"bytes\":5}");
        await second.SendAsync("{\"bytes\":5}");
        Assert.Equal("invalid_request", CodeOf(await second.ReadToEndAsync()));
    }

    private static string? CodeOf(JsonElement answer) => answer.GetProperty("problem").GetProperty("code").GetString();

    private static async Task SendAsync(SocketClient socket, byte[] bytes, int frameBytes)
    {
        foreach (var frame in bytes.Chunk(frameBytes))
        {
            await socket.SendAsync(frame);
        }
    }

    private Task<SocketClient> OpenAsync(string query = "") => SocketClient.OpenAsync(api.Client.BaseAddress!, query);
}
