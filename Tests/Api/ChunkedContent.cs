using System.Net;

namespace Tests.Api;

/// <summary>A body without a length, sent in pieces of given sizes.</summary>
internal sealed class ChunkedContent : HttpContent
{
    private readonly byte[] bytes;
    private readonly Func<int> nextSize;

    public ChunkedContent(byte[] bytes, string type, Func<int> nextSize)
    {
        this.bytes = bytes;
        this.nextSize = nextSize;
        Headers.TryAddWithoutValidation("Content-Type", type);
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (var sent = 0; sent < bytes.Length;)
        {
            var size = Math.Min(nextSize(), bytes.Length - sent);
            await stream.WriteAsync(bytes.AsMemory(sent, size));
            await stream.FlushAsync();
            sent += size;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
