using System.Buffers.Text;
using System.Net;
using System.Text;

namespace Load.Requests;

/// <summary>Sends an image for analysis; the stamp may make it another one each time, all the rest is shared by all connections.</summary>
internal sealed class AnalyzeRequest : ILoadRequest
{
    private readonly byte[] head;
    private readonly int stampOffset;
    private readonly BodyForm form;
    private readonly PictureStamp stamp;

    public AnalyzeRequest(IPEndPoint address, string query, BodyForm form, bool isUnique, byte[] picture)
    {
        Address = address;
        this.form = form;
        stamp = new PictureStamp(isUnique);

        // Both parts are multiples of three bytes up to the stamp's end, so that base64 may be written piece by piece.
        var rest = picture.AsSpan(2);
        var (opening, start, closing) = form == BodyForm.Json
            ? ("{\"image\":\"", Encoding.ASCII.GetBytes(Convert.ToBase64String(PictureStamp.CommentStart)), "\"}")
            : (string.Empty, PictureStamp.CommentStart.ToArray(), string.Empty);
        var stampLength = form == BodyForm.Json ? Base64.GetMaxEncodedToUtf8Length(PictureStamp.Bytes) : PictureStamp.Bytes;
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

    public ArraySegment<byte> Tail { get; }

    public byte[] NewHead() => [.. head];

    public void Stamp(byte[] ownHead)
    {
        Span<byte> written = stackalloc byte[PictureStamp.Bytes];
        stamp.Write(written);
        var place = ownHead.AsSpan(stampOffset);
        if (form == BodyForm.Json)
        {
            Base64.EncodeToUtf8(written, place, out _, out _);
        }
        else
        {
            written.CopyTo(place);
        }
    }
}
