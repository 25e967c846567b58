using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ServiceDefaults.Logging.Syslog;

/// <summary>A connection on which each message has its length before it (RFC 6587, 3.4.1), in the clear or by TLS.</summary>
internal sealed class StreamConnection : ISyslogConnection
{
    private readonly Socket socket;
    private readonly Stream stream;
    private readonly MemoryStream frames = new();
    private readonly Task closing;

    /// <param name="socket">The connection.</param>
    /// <param name="stream">What is written to.</param>
    public StreamConnection(Socket socket, Stream stream)
    {
        (this.socket, this.stream) = (socket, stream);
        closing = WaitUntilClosedAsync(stream);
    }

    public async Task SendAsync(IReadOnlyList<byte[]> messages, CancellationToken cancellationToken)
    {
        // What is written to a receiver that is gone seems to be sent, the first time, and is lost. The system knows of it first.
        if (closing.IsCompleted || (socket.Poll(TimeSpan.Zero, SelectMode.SelectRead) && socket.Available == 0))
        {
            throw new IOException("The receiver has closed the connection.");
        }

        frames.SetLength(0);
        foreach (var message in messages)
        {
            frames.Write(Encoding.ASCII.GetBytes(message.Length.ToString(CultureInfo.InvariantCulture) + " "));
            frames.Write(message);
        }

        await stream.WriteAsync(frames.GetBuffer().AsMemory(0, (int)frames.Length), cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    public void Dispose()
    {
        stream.Dispose();
        socket.Dispose();
        frames.Dispose();
    }

    /// <summary>A receiver never says anything, but that it is gone.</summary>
    private static async Task WaitUntilClosedAsync(Stream stream)
    {
        try
        {
            var ignored = new byte[256];
            while (await stream.ReadAsync(ignored, CancellationToken.None) > 0)
            {
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // Gone in another way.
        }
    }
}
