using System.Net.Sockets;

namespace Load.Requests;

/// <summary>
/// One connection that carries one request at a time. A plain socket: the body goes to the kernel from shared memory in one
/// call, which leaves the processors to what is measured.
/// </summary>
internal sealed class LoadConnection : IDisposable
{
    /// <summary>Room for a whole request, so that a slow receiver does not cost the client more calls.</summary>
    private const int SendBufferBytes = 256 * 1024;

    private readonly ILoadRequest request;
    private readonly byte[] head;
    private readonly ArraySegment<byte>[] pieces;
    private readonly ReplyReader reply = new();
    private Socket? socket;

    public LoadConnection(ILoadRequest request)
    {
        this.request = request;
        head = request.NewHead();
        pieces = [head, request.Tail];
    }

    /// <summary>How long the last answer asks its caller to wait.</summary>
    public TimeSpan RetryAfter => reply.RetryAfter;

    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        socket = new Socket(request.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            SendBufferSize = SendBufferBytes,
        };
        await socket.ConnectAsync(request.Address, cancellationToken);
    }

    /// <summary>Sends the next request and gives back the status of the whole answer.</summary>
    public async Task<int> ExchangeAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (socket is null)
            {
                await ConnectAsync(cancellationToken);
            }

            request.Stamp(head);

            // The answer is read meanwhile: a refusal may come before the body has been sent.
            var sending = socket!.SendAsync(pieces, SocketFlags.None);
            var status = await reply.ReadAsync(socket, cancellationToken);
            if (reply.IsLast)
            {
                Dispose();
            }
            else
            {
                await sending;
            }

            return status;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        socket?.Dispose();
        socket = null;
    }
}
