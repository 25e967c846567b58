using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
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
        await SendAsync(socket, $$"""{"bytes":{{Cat.Length}},"sha256":"{{digest}}","top":2}""");
        await SendAsync(socket, Cat, frameBytes);
        var (answer, received) = await ReadAsync(socket);
        Assert.Equal(Cat.Length, received);
        Assert.Equal("Egyptian cat", answer.GetProperty("analysis").GetProperty("labels")[0].GetProperty("name").GetString());
        Assert.Equal(2, answer.GetProperty("analysis").GetProperty("labels").GetArrayLength());
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task Send_of_more_bytes_than_announced_closes_with_1009()
    {
        using var socket = await OpenAsync();
        await SendAsync(socket, $$"""{"bytes":{{Cat.Length - 1}}}""");
        await SendAsync(socket, Cat, Cat.Length);
        await ReadAsync(socket);
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, socket.CloseStatus);
    }

    [Fact]
    public async Task Send_of_another_digest_tells_the_problem_and_closes_with_1008()
    {
        using var socket = await OpenAsync();
        await SendAsync(socket, $$"""{"bytes":{{Cat.Length}},"sha256":"{{new string('0', 64)}}"}""");
        await SendAsync(socket, Cat, 50_000);
        Assert.Equal(ErrorCodes.InvalidRequest.Code, CodeOf((await ReadAsync(socket)).Answer));
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
    public async Task Send_of_a_first_frame_with_something_wrong_tells_the_problem(string start, string code)
    {
        using var socket = await OpenAsync();
        await SendAsync(socket, start);
        Assert.Equal(code, CodeOf((await ReadAsync(socket)).Answer));
    }

    [Fact]
    public async Task Send_of_a_wrong_format_is_refused_before_the_image_ends()
    {
        using var socket = await OpenAsync();
        await SendAsync(socket, "{\"bytes\":1000000}");
        await SendAsync(socket, "this is no image at all"u8.ToArray(), 100);
        Assert.Equal(ErrorCodes.InvalidImage.Code, CodeOf((await ReadAsync(socket)).Answer));
    }

    [Fact]
    public async Task Get_without_an_upgrade_is_an_invalid_request()
    {
        using var response = await api.Client.GetAsync("/api/analyze/ws", TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, ErrorCodes.InvalidRequest);
    }

    private static string? CodeOf(JsonElement answer) => answer.GetProperty("problem").GetProperty("code").GetString();

    private static async Task SendAsync(ClientWebSocket socket, string text) => await socket.SendAsync(
        Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    private static async Task SendAsync(ClientWebSocket socket, byte[] bytes, int frameBytes)
    {
        foreach (var frame in bytes.Chunk(frameBytes))
        {
            await socket.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<(JsonElement Answer, long Received)> ReadAsync(ClientWebSocket socket)
    {
        var (answer, received, buffer) = (default(JsonElement), 0L, new byte[256 * 1024]);
        while (true)
        {
            var read = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(read), TestContext.Current.CancellationToken);
                read += part.Count;
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return (answer, received);
            }

            answer = JsonElement.Parse(buffer.AsSpan(0, read));
            received = answer.TryGetProperty("received", out var count) ? count.GetInt64() : received;
        }
    }

    private async Task<ClientWebSocket> OpenAsync()
    {
        var socket = new ClientWebSocket();
        var address = new UriBuilder(new Uri(api.Client.BaseAddress!, "/api/analyze/ws")) { Scheme = "ws" };
        await socket.ConnectAsync(address.Uri, TestContext.Current.CancellationToken);
        return socket;
    }
}
