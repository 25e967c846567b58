using System.Net.WebSockets;
using System.Text;
using Xunit;

namespace Tests.Fixtures;

/// <summary>The client's side of the analyse socket.</summary>
internal static class Sockets
{
    public static async Task<ClientWebSocket> OpenAsync(Uri server, string query = "", Action<ClientWebSocketOptions>? configure = null)
    {
        var socket = new ClientWebSocket();
        configure?.Invoke(socket.Options);
        var address = new UriBuilder(new Uri(server, "/api/analyze/ws" + query)) { Scheme = "ws" };
        await socket.ConnectAsync(address.Uri, TestContext.Current.CancellationToken);
        return socket;
    }

    public static async Task SendAsync(ClientWebSocket socket, string text) => await socket.SendAsync(
        Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    public static async Task SendAsync(ClientWebSocket socket, ReadOnlyMemory<byte> bytes) => await socket.SendAsync(
        bytes, WebSocketMessageType.Binary, endOfMessage: true, TestContext.Current.CancellationToken);

    /// <summary>Reads one message, or null when the server closes.</summary>
    public static async Task<string?> ReadAsync(ClientWebSocket socket)
    {
        var (buffer, read) = (new byte[256 * 1024], 0);
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(read), TestContext.Current.CancellationToken);
            read += part.Count;
        }
        while (!part.EndOfMessage);
        return part.MessageType == WebSocketMessageType.Close ? null : Encoding.UTF8.GetString(buffer, 0, read);
    }

    /// <summary>Reads until the server closes, and gives its last word.</summary>
    public static async Task<string?> ReadLastAsync(ClientWebSocket socket)
    {
        string? last = null;
        while (await ReadAsync(socket) is { } message)
        {
            last = message;
        }

        return last;
    }
}
