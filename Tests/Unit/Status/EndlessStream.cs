using System.Text;

namespace Tests.Unit.Status;

/// <summary>A beginning, and then the same text again and again for as long as anybody reads.</summary>
internal sealed class EndlessStream(string beginning, string repeated) : Stream
{
    private readonly byte[] start = Encoding.UTF8.GetBytes(beginning);
    private readonly byte[] rest = Encoding.UTF8.GetBytes(repeated);

    /// <summary>How many bytes were read.</summary>
    public long Given { get; private set; }

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
        for (var at = 0; at < buffer.Length; at++, Given++)
        {
            buffer[at] = Given < start.Length ? start[Given] : rest[(Given - start.Length) % rest.Length];
        }

        return buffer.Length;
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
