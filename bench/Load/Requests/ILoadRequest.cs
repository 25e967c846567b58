using System.Net;

namespace Load.Requests;

/// <summary>The bytes of one HTTP request, made once and sent again and again.</summary>
internal interface ILoadRequest
{
    IPEndPoint Address { get; }

    /// <summary>What all connections share: the end of the request.</summary>
    ArraySegment<byte> Tail { get; }

    /// <summary>A connection's own copy of everything before the tail.</summary>
    byte[] NewHead();

    /// <summary>Makes the next request out of the last one.</summary>
    void Stamp(byte[] ownHead);
}
