using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Tests.Client;

/// <summary>A line between a caller and a server of this machine that can be cut in the middle of anything.</summary>
internal sealed class CuttableLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<Socket> open = [];
    private readonly ConcurrentQueue<Task> connections = [];
    private readonly int serverPort;
    private readonly Task accepting;
    private long bytesUntilCut = long.MaxValue;

    public CuttableLine(Uri server)
    {
        serverPort = server.Port;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>How many connections have been made.</summary>
    public int Connections => connections.Count;

    /// <summary>Ends every connection that is open; new ones can be made.</summary>
    public void Cut()
    {
        while (open.TryDequeue(out var socket))
        {
            socket.Dispose();
        }
    }

    /// <summary>Cuts once, after so many more bytes from the caller.</summary>
    public void CutAfter(long bytes) => Interlocked.Exchange(ref bytesUntilCut, bytes);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await accepting;
        listener.Dispose();
        Cut();
        await Task.WhenAll(connections);
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                connections.Enqueue(ConnectAsync(await listener.AcceptSocketAsync(stopping.Token)));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ConnectAsync(Socket caller)
    {
        var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        open.Enqueue(caller);
        open.Enqueue(server);
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, serverPort, stopping.Token);
            await Task.WhenAll(PumpAsync(caller, server, isFromCaller: true), PumpAsync(server, caller, isFromCaller: false));
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            caller.Dispose();
            server.Dispose();
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool isFromCaller)
    {
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await from.ReceiveAsync(buffer, stopping.Token)) > 0)
        {
            if (isFromCaller && Interlocked.Add(ref bytesUntilCut, -read) < 0)
            {
                Interlocked.Exchange(ref bytesUntilCut, long.MaxValue);
                Cut();
            }

            await to.SendAsync(buffer.AsMemory(0, read), stopping.Token);
        }

        to.Shutdown(SocketShutdown.Send);
    }
}
