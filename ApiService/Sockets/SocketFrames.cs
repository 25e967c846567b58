using System.Buffers;
using System.Net.WebSockets;
using ApiService.Ingest;

namespace ApiService.Sockets;

/// <summary>The frames of one socket, in and out, and the memory that they are read into.</summary>
/// <param name="socket">The socket; it is not disposed of here.</param>
/// <param name="limits">How slow a sender may be.</param>
/// <param name="time">The clock.</param>
/// <param name="senderLeft">Cancelled when the connection is gone.</param>
internal sealed class SocketFrames(WebSocket socket, IngestOptions limits, TimeProvider time, CancellationToken senderLeft) : IAsyncDisposable
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>A sender that says nothing for so long is gone, and so is one that reads nothing for so long.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    /// <summary>How long a sender may take to close, once it has been told to.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
    private readonly CancellationTokenSource finished = CancellationTokenSource.CreateLinkedTokenSource(senderLeft);
    private readonly long opened = time.GetTimestamp();
    private Task pending = Task.CompletedTask;
    private long received;

    /// <summary>Where frames are read into.</summary>
    public Memory<byte> Buffer => buffer.AsMemory(0, BufferBytes);

    /// <summary>Reads what has arrived of a frame.</summary>
    /// <param name="part">A part of <see cref="Buffer"/>.</param>
    /// <param name="cancellationToken">Ends the waiting, and leaves the socket open for a last word.</param>
    /// <exception cref="SocketViolationException">30 s of silence, too slow a sender, or one that has left.</exception>
    public async Task<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> part, CancellationToken cancellationToken)
    {
        // Cancelling a receive would break the socket, and with it the frame that says why it is closed.
        var receiving = socket.ReceiveAsync(part, finished.Token).AsTask();
        pending = receiving;
        var frame = await WithinSilence(receiving, cancellationToken);
        received += frame.Count;
        if (time.GetElapsedTime(opened) > Silence + TimeSpan.FromSeconds(received / limits.MinimumBytesPerSecond))
        {
            throw new SocketViolationException(WebSocketCloseStatus.PolicyViolation, "The image comes too slowly.");
        }

        return frame.MessageType == WebSocketMessageType.Close
            ? throw new SocketViolationException(WebSocketCloseStatus.NormalClosure, "The sender closed the connection.")
            : frame;
    }

    /// <exception cref="WebSocketException">The sender has left, or takes nothing.</exception>
    public Task SendAsync(ReadOnlyMemory<byte> json) =>
        WrittenAsync(socket.SendAsync(json, WebSocketMessageType.Text, endOfMessage: true, finished.Token).AsTask());

    /// <exception cref="WebSocketException">The sender has left, or takes nothing.</exception>
    public Task CloseAsync(WebSocketCloseStatus status, string reason) =>
        socket.State is WebSocketState.Open or WebSocketState.CloseReceived
            ? WrittenAsync(socket.CloseOutputAsync(status, reason, finished.Token))
            : Task.CompletedTask;

    /// <summary>
    /// Reads on until the sender closes too: cut off while it still sends, it would lose the last word. No receive is left
    /// behind, because it would write into the memory that goes back.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        finished.CancelAfter(Farewell);
        try
        {
            await pending;
            while (socket.State is WebSocketState.CloseSent)
            {
                await socket.ReceiveAsync(Buffer, finished.Token);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The sender has left without a word, or takes too long.
        }

        finished.Dispose();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private async Task<ValueWebSocketReceiveResult> WithinSilence(
        Task<ValueWebSocketReceiveResult> receiving, CancellationToken cancellationToken)
    {
        try
        {
            return await receiving.WaitAsync(Silence, time, cancellationToken);
        }
        catch (TimeoutException exception)
        {
            throw new SocketViolationException("Nothing came for 30 seconds.", exception);
        }
    }

    private async Task WrittenAsync(Task sending)
    {
        try
        {
            await sending.WaitAsync(Silence, time, CancellationToken.None);
        }
        catch (TimeoutException exception)
        {
            throw new WebSocketException("The sender takes no answer.", exception);
        }
    }
}
