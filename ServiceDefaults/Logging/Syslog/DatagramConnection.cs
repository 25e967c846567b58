using System.Net.Sockets;

namespace ServiceDefaults.Logging.Syslog;

/// <summary>One datagram a message: by UDP, or to a local socket.</summary>
internal sealed class DatagramConnection(Socket socket) : ISyslogConnection
{
    public async Task SendAsync(IReadOnlyList<byte[]> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            await socket.SendAsync(message, SocketFlags.None, cancellationToken);
        }
    }

    public void Dispose() => socket.Dispose();
}
