using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace ApiService.Ingest.Json;

/// <summary>
/// Reads one JSON string (RFC 8259, section 7) that is far too long to be held: its characters go to a receiver as they
/// come. Only what base64 can hold is let through as a character; any other one is left to the receiver to refuse.
/// </summary>
internal sealed class JsonStringReader(Base64Receiver receiver)
{
    private const byte Quote = (byte)'"';
    private const byte Backslash = (byte)'\\';
    private const int UnicodeEscapeLength = 6;

    /// <summary>What ends a run of plain characters: the end, an escape, or a control character, which JSON forbids.</summary>
    private static readonly SearchValues<byte> Special = SearchValues.Create(
        [Quote, Backslash, .. Enumerable.Range(0, 0x20).Select(value => (byte)value)]);

    /// <summary>Reads on behind the opening quotation mark.</summary>
    /// <param name="buffer">What has arrived; it is advanced behind what was used.</param>
    /// <returns>True behind the closing quotation mark, false when more bytes are needed.</returns>
    /// <exception cref="JsonException">The string is no JSON.</exception>
    public bool TryRead(ref ReadOnlySequence<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var run = buffer.FirstSpan;
            var end = run.IndexOfAny(Special);
            receiver.Append(end < 0 ? run : run[..end]);
            buffer = buffer.Slice(end < 0 ? run.Length : end);
            if (end < 0)
            {
                continue;
            }

            if (buffer.FirstSpan[0] == Quote)
            {
                buffer = buffer.Slice(1);
                receiver.Complete();
                return true;
            }

            if (!TryReadEscape(ref buffer))
            {
                return false;
            }
        }

        return false;
    }

    private bool TryReadEscape(ref ReadOnlySequence<byte> buffer)
    {
        Span<byte> escape = stackalloc byte[UnicodeEscapeLength];
        var available = (int)Math.Min(buffer.Length, UnicodeEscapeLength);
        buffer.Slice(0, available).CopyTo(escape);
        if (escape[0] != Backslash)
        {
            throw new JsonException("A control character stands in a string.");
        }

        if (available < 2 || (escape[1] == (byte)'u' && available < UnicodeEscapeLength))
        {
            return false;
        }

        receiver.Append([Unescape(escape)]);
        buffer = buffer.Slice(escape[1] == (byte)'u' ? UnicodeEscapeLength : 2);
        return true;
    }

    private static byte Unescape(ReadOnlySpan<byte> escape) => escape[1] switch
    {
        Quote or Backslash or (byte)'/' => escape[1],
        (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' => (byte)' ',
        (byte)'u' when ushort.TryParse(
            escape[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) =>
            code < 0x80 ? (byte)code : (byte)'?',
        _ => throw new JsonException("A string holds an unknown escape."),
    };
}
