using System.Buffers;
using System.Net.WebSockets;

namespace ApiService.Sockets;

/// <summary>The frames of one socket, in and out. It owns the memory that frames are received in.</summary>
/// <param name="socket">The socket; it belongs to this.</param>
/// <param name="pace">How slow the sender may be.</param>
/// <param name="open">Cancelled when the connection is gone.</param>
internal sealed class SocketFrames(WebSocket socket, SocketPace pace, CancellationToken open) : IAsyncDisposable
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>How long the other side may take to agree to the end.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
    private Task<ValueWebSocketReceiveResult>? receiving;

    /// <summary>What has arrived.</summary>
    public ReadOnlyMemory<byte> Received => buffer.AsMemory(0, BufferBytes);

    /// <summary>Reads what has arrived of a frame of the image, or of what comes before it.</summary>
    /// <param name="from">Where in <see cref="Received"/> to put it.</param>
    /// <param name="cancellationToken">Ends the waiting; the socket stays open, so that it can be told why.</param>
    /// <exception cref="SocketViolationException">Nothing came for too long, or too little.</exception>
    /// <exception cref="SenderLeftException">The sender has closed the socket.</exception>
    public async Task<ValueWebSocketReceiveResult> ReceiveAsync(int from, CancellationToken cancellationToken)
    {
        var frame = await pace.KeepAsync(BeginToReceive(from), cancellationToken);
        pace.Came(frame.Count);
        return NotTheEnd(frame);
    }

    /// <summary>Reads what comes from a sender of whom nothing is expected any more, however long that takes.</summary>
    /// <exception cref="SenderLeftException">The sender has closed the socket.</exception>
    public async Task<ValueWebSocketReceiveResult> ReceiveLaterAsync(CancellationToken cancellationToken) =>
        NotTheEnd(await BeginToReceive(from: 0).WaitAsync(cancellationToken));

    /// <exception cref="SenderLeftException">The sender does not take it.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> json)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(open);
        patience.CancelAfter(pace.Silence);
        try
        {
            await socket.SendAsync(json, WebSocketMessageType.Text, endOfMessage: true, patience.Token);
        }
        catch (OperationCanceledException exception)
        {
            throw new SenderLeftException("The sender takes no answer.", exception);
        }
    }

    /// <summary>Closes the socket. What is still on its way is read and dropped, so that the last frames are not lost by it.</summary>
    public async Task CloseAsync(WebSocketCloseStatus status, string reason)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        using var farewell = CancellationTokenSource.CreateLinkedTokenSource(open);
        farewell.CancelAfter(Farewell);
        await socket.CloseAsync(status, reason, farewell.Token);
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        if (receiving is not null)
        {
            // It may write to the buffer until it has ended, however it ends.
            await receiving.ContinueWith(
                static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        socket.Dispose();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    // Cancelling a receive would break the socket, and with it the frame that says why it is closed.
    private Task<ValueWebSocketReceiveResult> BeginToReceive(int from) =>
        receiving = socket.ReceiveAsync(buffer.AsMemory(from, BufferBytes - from), open).AsTask();

    private static ValueWebSocketReceiveResult NotTheEnd(ValueWebSocketReceiveResult frame) =>
        frame.MessageType == WebSocketMessageType.Close ? throw new SenderLeftException() : frame;
}
