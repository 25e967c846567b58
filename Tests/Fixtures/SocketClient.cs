using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Tests.Fixtures;

/// <summary>A sender at <c>/api/analyze/ws</c>.</summary>
internal sealed class SocketClient : IDisposable
{
    private readonly ClientWebSocket socket = new();

    /// <summary>How the server closed it.</summary>
    public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

    public string? CloseReason => socket.CloseStatusDescription;

    /// <summary>The status with which the server answered the upgrade.</summary>
    public int Status => (int)socket.HttpStatusCode;

    /// <summary>The last count of bytes that the server acknowledged.</summary>
    public long Received { get; private set; }

    public static async Task<SocketClient> OpenAsync(Uri address, string query = "", params (string Name, string Value)[] headers)
    {
        var client = new SocketClient();
        await client.ConnectAsync(address, query, headers);
        return client;
    }

    public async Task ConnectAsync(Uri address, string query, params (string Name, string Value)[] headers)
    {
        socket.Options.CollectHttpResponseDetails = true;
        foreach (var (name, value) in headers)
        {
            socket.Options.SetRequestHeader(name, value);
        }

        var target = new UriBuilder(address) { Scheme = "ws", Path = "/api/analyze/ws", Query = query };
        await socket.ConnectAsync(target.Uri, TestContext.Current.CancellationToken);
    }

    public async Task SendAsync(string text) => await socket.SendAsync(
        Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, bool endOfMessage = true) =>
        await socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage, TestContext.Current.CancellationToken);

    /// <summary>Says that nothing more will come, and waits for no answer.</summary>
    public async Task CloseAsync() => await socket.CloseOutputAsync(
        WebSocketCloseStatus.NormalClosure, statusDescription: null, TestContext.Current.CancellationToken);

    /// <summary>Reads one frame; null when the server closes.</summary>
    public async Task<JsonElement?> ReadAsync()
    {
        var (buffer, read) = (new byte[256 * 1024], 0);
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(read), TestContext.Current.CancellationToken);
            read += part.Count;
        }
        while (!part.EndOfMessage);
        return part.MessageType == WebSocketMessageType.Close ? null : JsonElement.Parse(buffer.AsSpan(0, read));
    }

    /// <summary>Reads until the server closes, and gives the last frame that is no acknowledgement.</summary>
    public async Task<JsonElement> ReadToEndAsync()
    {
        var answer = default(JsonElement);
        while (await ReadAsync() is { } frame)
        {
            if (frame.TryGetProperty("received", out var count))
            {
                Received = count.GetInt64();
            }
            else
            {
                answer = frame;
            }
        }

        return answer;
    }

    public void Dispose() => socket.Dispose();
}
