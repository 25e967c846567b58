using System.Net;
using System.Net.Sockets;

namespace Tests.Api.Compatibility.Azure;

/// <summary>A place that a server could be made to fetch from, which knows whether anybody came.</summary>
internal sealed class TrapAddress : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public TrapAddress() => listener.Start();

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public bool WasAsked => listener.Pending();

    public void Dispose() => listener.Dispose();
}
