using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Orchestration.Networking;

/// <summary>
/// A TCP port that is promised to a process which will listen on it later. Until then no socket holds it, so the UDP port of the
/// same number does, which nobody else needs: another AppHost on the same machine finds that taken and goes on to another number.
/// </summary>
internal sealed class ReservedPort : IDisposable
{
    private const int Attempts = 100;

    private readonly Socket mark;

    private ReservedPort(int port, Socket mark)
    {
        Port = port;
        this.mark = mark;
    }

    public int Port { get; }

    public static ReservedPort Take()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (TryTake(FreePort.Find()) is { } reserved)
            {
                return reserved;
            }
        }

        throw new DistributedApplicationException("No free port could be reserved.");
    }

    public void Dispose() => mark.Dispose();

    private static ReservedPort? TryTake(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return new ReservedPort(port, socket);
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}
