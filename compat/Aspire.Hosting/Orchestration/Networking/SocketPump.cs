using System.Buffers;
using System.Net.Sockets;

namespace Aspire.Hosting.Orchestration.Networking;

/// <summary>Carries bytes between two connections until both directions have ended.</summary>
internal static class SocketPump
{
    private const int BufferBytes = 64 * 1024;

    public static async Task RunAsync(Socket first, Socket second, CancellationToken cancellationToken)
    {
        first.NoDelay = true;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(CopyAsync(first, second, either), CopyAsync(second, first, either));
    }

    private static async Task CopyAsync(Socket from, Socket to, CancellationTokenSource either)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int read;
            while ((read = await from.ReceiveAsync(buffer, either.Token)) > 0)
            {
                var unsent = buffer.AsMemory(0, read);
                while (!unsent.IsEmpty)
                {
                    unsent = unsent[await to.SendAsync(unsent, either.Token)..];
                }
            }

            // One side has said all; the other may still be answering.
            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // A connection that broke in one direction is of no use in the other.
            await either.CancelAsync();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
