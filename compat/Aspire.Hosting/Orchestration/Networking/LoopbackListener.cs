using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Orchestration.Networking;

/// <summary>Listens on one port of both loopback addresses, since "localhost" may mean either.</summary>
internal sealed class LoopbackListener : IDisposable
{
    private readonly List<TcpListener> listeners;

    private LoopbackListener(int port, List<TcpListener> listeners)
    {
        Port = port;
        this.listeners = listeners;
    }

    public int Port { get; }

    public IReadOnlyList<TcpListener> Listeners => listeners;

    /// <exception cref="SocketException">The port is taken.</exception>
    public static LoopbackListener Start(int port)
    {
        var started = new LoopbackListener(port, []);
        try
        {
            started.Add(IPAddress.Loopback);
            if (Socket.OSSupportsIPv6)
            {
                started.Add(IPAddress.IPv6Loopback);
            }

            return started;
        }
        catch
        {
            started.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var listener in listeners)
        {
            listener.Dispose();
        }
    }

    private void Add(IPAddress address)
    {
        var listener = new TcpListener(address, Port);
        try
        {
            listener.Start();
            listeners.Add(listener);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            // IPv6 is compiled in, but this machine has no such address.
            listener.Dispose();
        }
    }
}
