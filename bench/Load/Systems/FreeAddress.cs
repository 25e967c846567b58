using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Load.Systems;

/// <summary>An address on this machine that nobody listens at.</summary>
internal static class FreeAddress
{
    public static Uri Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
    }
}
