using System.Net;
using System.Text;

namespace Load.Requests;

/// <summary>Asks for an analysis that was made before.</summary>
internal sealed class ResultRequest(IPEndPoint address, string digest, string query) : ILoadRequest
{
    private readonly byte[] head =
        Encoding.ASCII.GetBytes($"GET /api/results/{digest}?{query} HTTP/1.1\r\nHost: {address}\r\n\r\n");

    public IPEndPoint Address => address;

    public ArraySegment<byte> Tail => ArraySegment<byte>.Empty;

    public byte[] NewHead() => head;

    public void Stamp(byte[] ownHead)
    {
        // Every request is the same.
    }
}
