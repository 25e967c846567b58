using System.Net.WebSockets;

namespace ApiService.Sockets;

/// <summary>The frames of one socket, in and out.</summary>
internal sealed class SocketFrames(WebSocket socket)
{
    /// <summary>A sender that says nothing for so long is gone.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    /// <summary>Reads what has arrived of a frame.</summary>
    /// <exception cref="SocketViolationException">30 s of silence, or the sender has left.</exception>
    public async Task<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        // Cancelling a receive would break the socket, and with it the frame that says why it is closed.
        var receiving = socket.ReceiveAsync(buffer, cancellationToken).AsTask();
        var silence = Task.Delay(Silence, cancellationToken);
        if (await Task.WhenAny(receiving, silence) != receiving)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new SocketViolationException(WebSocketCloseStatus.PolicyViolation, "Nothing came for 30 seconds.");
        }

        var received = await receiving;
        return received.MessageType == WebSocketMessageType.Close
            ? throw new SocketViolationException(WebSocketCloseStatus.NormalClosure, "The sender closed the connection.")
            : received;
    }

    public async Task SendAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken) =>
        await socket.SendAsync(json, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    public async Task CloseAsync(WebSocketCloseStatus status, string reason, CancellationToken cancellationToken)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(status, reason, cancellationToken);
        }
    }
}
