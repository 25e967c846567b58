using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Load.Requests;

/// <summary>
/// Reads whole HTTP/1.1 answers, as far as a load needs them: the status, and where the answer ends. No text is made of them:
/// with answers from a cache the client would take more of the machine than the server.
/// </summary>
internal sealed class ReplyReader
{
    private const int NoLength = -1;

    private byte[] buffer = new byte[16 * 1024];
    private int bodyLength;

    /// <summary>Whether the server closes the connection after the answer.</summary>
    public bool IsLast { get; private set; }

    /// <summary>How long the answer asks its caller to wait; zero where it says nothing.</summary>
    public TimeSpan RetryAfter { get; private set; }

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

        var header = received[..headerLength];
        var body = received[(headerLength + 4)..];
        status = Number(header.Slice("HTTP/1.1 ".Length, 3));
        ReadFields(header);
        return bodyLength == NoLength ? body.EndsWith("0\r\n\r\n"u8) : body.Length >= bodyLength;
    }

    private void ReadFields(ReadOnlySpan<byte> header)
    {
        (bodyLength, IsLast, RetryAfter) = (NoLength, false, TimeSpan.Zero);
        foreach (var range in header.Split("\r\n"u8))
        {
            var line = header[range];
            var colon = line.IndexOf((byte)':');
            if (colon < 0)
            {
                continue;
            }

            var name = line[..colon];
            var value = line[(colon + 1)..].Trim((byte)' ');
            if (Ascii.EqualsIgnoreCase(name, "Content-Length"u8))
            {
                bodyLength = Number(value);
            }
            else if (Ascii.EqualsIgnoreCase(name, "Connection"u8))
            {
                IsLast = Ascii.EqualsIgnoreCase(value, "close"u8);
            }
            else if (Ascii.EqualsIgnoreCase(name, "Retry-After"u8))
            {
                // A date, which it may be as well, is none of ours.
                RetryAfter = int.TryParse(value, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
            }
        }
    }

    private static int Number(ReadOnlySpan<byte> digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
