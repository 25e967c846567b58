namespace Tests.Fixtures;

/// <summary>Bytes that come in pieces of given sizes, over and over, at once.</summary>
internal sealed class PiecewiseStream(byte[] bytes, IReadOnlyList<int> sizes) : Stream
{
    private int place;
    private int turn;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var size = sizes.Count == 0 ? bytes.Length : sizes[turn++ % sizes.Count];
        var piece = bytes.AsSpan(place, Math.Min(Math.Min(size, buffer.Length), bytes.Length - place));
        piece.CopyTo(buffer);
        place += piece.Length;
        return piece.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
