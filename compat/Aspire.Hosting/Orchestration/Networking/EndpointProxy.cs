using System.Net.Sockets;

namespace Aspire.Hosting.Orchestration.Networking;

/// <summary>The public side of an endpoint: takes connections and spreads them over the replicas behind it.</summary>
internal sealed class EndpointProxy : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly LoopbackListener listener;
    private readonly IReadOnlyList<int> targetPorts;
    private readonly Task accepting;
    private int next = -1;

    public EndpointProxy(LoopbackListener listener, IReadOnlyList<int> targetPorts)
    {
        this.listener = listener;
        this.targetPorts = targetPorts;
        accepting = Task.WhenAll(listener.Listeners.Select(AcceptAsync));
    }

    public int Port => listener.Port;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await accepting;
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task AcceptAsync(TcpListener accepted)
    {
        var connections = new List<Task>();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var client = await accepted.AcceptSocketAsync(stopping.Token);
                connections.RemoveAll(static connection => connection.IsCompleted);
                connections.Add(ServeAsync(client));
            }
            catch (OperationCanceledException)
            {
                break;
            }
            catch (SocketException)
            {
                // One caller gave up between its call and our answer; the next one is served.
                continue;
            }
        }

        await Task.WhenAll(connections);
    }

    private async Task ServeAsync(Socket client)
    {
        using (client)
        {
            using var target = await ConnectAsync();
            if (target is not null)
            {
                await SocketPump.RunAsync(client, target, stopping.Token);
            }
        }
    }

    /// <summary>Takes the replica whose turn it is, or the first one after it that answers.</summary>
    private async Task<Socket?> ConnectAsync()
    {
        var start = (uint)Interlocked.Increment(ref next);
        for (var i = 0; i < targetPorts.Count; i++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync("127.0.0.1", targetPorts[(int)((start + i) % targetPorts.Count)], stopping.Token);
                return socket;
            }
            catch (Exception exception) when (exception is SocketException or OperationCanceledException)
            {
                socket.Dispose();
            }
        }

        return null;
    }
}
