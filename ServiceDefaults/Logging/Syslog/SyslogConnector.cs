using System.Net.Security;
using System.Net.Sockets;

namespace ServiceDefaults.Logging.Syslog;

/// <summary>Makes connections to the receiver as the settings say.</summary>
internal sealed class SyslogConnector(SyslogOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The receiver as people know it.</summary>
    public string Address => options.Protocol == SyslogProtocol.Socket
        ? options.Path
        : $"{options.Host}:{options.UsedPort} by {options.Protocol}";

    public async Task<ISyslogConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        return options.Protocol switch
        {
            SyslogProtocol.Udp => new DatagramConnection(await ConnectAsync(SocketType.Dgram, ProtocolType.Udp, limit.Token)),
            SyslogProtocol.Tcp => await ConnectStreamAsync(isEncrypted: false, limit.Token),
            SyslogProtocol.Tls => await ConnectStreamAsync(isEncrypted: true, limit.Token),
            _ => await ConnectLocallyAsync(limit.Token),
        };
    }

    private async Task<Socket> ConnectAsync(SocketType type, ProtocolType protocol, CancellationToken cancellationToken)
    {
        var socket = new Socket(type, protocol);
        try
        {
            await socket.ConnectAsync(options.Host!, options.UsedPort, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<ISyslogConnection> ConnectStreamAsync(bool isEncrypted, CancellationToken cancellationToken)
    {
        var socket = await ConnectAsync(SocketType.Stream, ProtocolType.Tcp, cancellationToken);
        try
        {
            Stream stream = new NetworkStream(socket, ownsSocket: false);
            if (isEncrypted)
            {
                var encrypted = new SslStream(stream);
                await encrypted.AuthenticateAsClientAsync(
                    SyslogTrust.OptionsFor(options.Host!, options.CertificateAuthority), cancellationToken);
                stream = encrypted;
            }

            return new StreamConnection(socket, stream);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<ISyslogConnection> ConnectLocallyAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(options.Path), cancellationToken);
            return new DatagramConnection(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
