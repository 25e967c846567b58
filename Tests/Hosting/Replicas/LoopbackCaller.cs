using System.Net;
using System.Net.Sockets;

namespace Tests.Hosting.Replicas;

/// <summary>A caller with an address of its own: all of 127.0.0.0/8 belongs to this machine.</summary>
internal static class LoopbackCaller
{
    public static HttpClient From(string address, Uri target) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(IPAddress.Parse(address), context.DnsEndPoint.Port, cancellationToken),
    })
    {
        BaseAddress = target,
    };

    private static async ValueTask<Stream> ConnectAsync(IPAddress own, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(own, 0));
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }
}
