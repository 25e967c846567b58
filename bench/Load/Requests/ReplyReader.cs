using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Load.Requests;

/// <summary>Reads whole HTTP/1.1 answers, as far as a load needs them: the status, and where the answer ends.</summary>
internal sealed class ReplyReader
{
    private byte[] buffer = new byte[16 * 1024];

    /// <summary>Whether the server closes the connection after the answer.</summary>
    public bool IsLast { get; private set; }

    public async Task<int> ReadAsync(Socket socket, CancellationToken cancellationToken)
    {
        var filled = 0;
        while (true)
        {
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var count = await socket.ReceiveAsync(buffer.AsMemory(filled), SocketFlags.None, cancellationToken);
            if (count == 0)
            {
                throw new EndOfStreamException("The server closed the connection before its answer was complete.");
            }

            filled += count;
            if (TryRead(buffer.AsSpan(0, filled), out var status))
            {
                return status;
            }
        }
    }

    private bool TryRead(ReadOnlySpan<byte> received, out int status)
    {
        status = 0;
        var headerLength = received.IndexOf("\r\n\r\n"u8);
        if (headerLength < 0)
        {
            return false;
        }

        var header = Encoding.ASCII.GetString(received[..headerLength]);
        var body = received[(headerLength + 4)..];
        var isComplete = Field(header, "Content-Length") is { } length
            ? body.Length >= int.Parse(length, CultureInfo.InvariantCulture)
            : body.EndsWith("0\r\n\r\n"u8);
        status = int.Parse(header.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
        IsLast = Field(header, "Connection") == "close";
        return isComplete;
    }

    private static string? Field(string header, string name)
    {
        var start = header.IndexOf($"\r\n{name}: ", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        var value = header.AsSpan(start + name.Length + 4);
        var end = value.IndexOf('\r');
        return (end < 0 ? value : value[..end]).Trim().ToString();
    }
}
