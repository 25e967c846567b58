using System.Buffers;
using System.IO.Pipelines;

namespace ServiceDefaults.Http;

/// <summary>A body for a reader that wants a stream. Unlike the server's own stream it leaves the connection usable when a read is cancelled.</summary>
public sealed class RequestBodyStream(PipeReader body) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var result = await RequestBody.ReadAsync(body, cancellationToken);
        var length = (int)Math.Min(buffer.Length, result.Buffer.Length);
        var piece = result.Buffer.Slice(0, length);
        piece.CopyTo(buffer.Span);
        body.AdvanceTo(piece.End);
        return length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
