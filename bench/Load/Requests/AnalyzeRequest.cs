using System.Buffers.Binary;
using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Load.Requests;

/// <summary>
/// The bytes of one HTTP request, made once. A JPEG comment at the start of the image holds a number, so that no two images
/// are the same; all the rest is shared by all connections.
/// </summary>
internal sealed class AnalyzeRequest
{
    private const int StampBytes = 12;

    /// <summary>Start of image and a comment's marker and length.</summary>
    private static readonly byte[] CommentStart = [0xFF, 0xD8, 0xFF, 0xFE, 0, 2 + StampBytes];

    private readonly byte[] head;
    private readonly int stampOffset;
    private readonly BodyForm form;
    private readonly bool isUnique;
    private readonly int run = RandomNumberGenerator.GetInt32(int.MaxValue);
    private long number;

    public AnalyzeRequest(IPEndPoint address, string query, BodyForm form, bool isUnique, byte[] picture)
    {
        Address = address;
        this.form = form;
        this.isUnique = isUnique;

        // Both parts are multiples of three bytes up to the stamp's end, so that base64 may be written piece by piece.
        var rest = picture.AsSpan(2);
        var (opening, start, closing) = form == BodyForm.Json
            ? ("{\"image\":\"", Encoding.ASCII.GetBytes(Convert.ToBase64String(CommentStart)), "\"}")
            : (string.Empty, CommentStart, string.Empty);
        var stampLength = form == BodyForm.Json ? Base64.GetMaxEncodedToUtf8Length(StampBytes) : StampBytes;
        Tail = form == BodyForm.Json ? Encoding.ASCII.GetBytes(Convert.ToBase64String(rest) + closing) : rest.ToArray();

        var bodyBytes = opening.Length + start.Length + stampLength + Tail.Count;
        var headers =
            $"POST /api/analyze?{query} HTTP/1.1\r\nHost: {address}\r\n" +
            $"Content-Type: {(form == BodyForm.Json ? "application/json" : "image/jpeg")}\r\nContent-Length: {bodyBytes}\r\n\r\n";
        byte[] beforeStamp = [.. Encoding.ASCII.GetBytes(headers + opening), .. start];
        stampOffset = beforeStamp.Length;
        head = [.. beforeStamp, .. new byte[stampLength]];
    }

    public IPEndPoint Address { get; }

    /// <summary>The image after the stamp.</summary>
    public ArraySegment<byte> Tail { get; }

    /// <summary>A connection's own copy of everything up to the stamp's end.</summary>
    public byte[] NewHead() => [.. head];

    /// <summary>Makes the image another one, unless all are to be the same.</summary>
    public void Stamp(byte[] ownHead)
    {
        Span<byte> stamp = stackalloc byte[StampBytes];
        BinaryPrimitives.WriteInt32BigEndian(stamp, run);
        BinaryPrimitives.WriteInt64BigEndian(stamp[sizeof(int)..], isUnique ? Interlocked.Increment(ref number) : 0);
        var place = ownHead.AsSpan(stampOffset);
        if (form == BodyForm.Json)
        {
            Base64.EncodeToUtf8(stamp, place, out _, out _);
        }
        else
        {
            stamp.CopyTo(place);
        }
    }
}
