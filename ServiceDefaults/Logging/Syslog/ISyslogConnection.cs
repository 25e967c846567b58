namespace ServiceDefaults.Logging.Syslog;

/// <summary>A way to the receiver.</summary>
internal interface ISyslogConnection : IDisposable
{
    /// <summary>Sends messages, all of them or, where it throws, perhaps some.</summary>
    /// <exception cref="IOException">The receiver cannot be reached by this connection any more.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The same.</exception>
    Task SendAsync(IReadOnlyList<byte[]> messages, CancellationToken cancellationToken);
}
