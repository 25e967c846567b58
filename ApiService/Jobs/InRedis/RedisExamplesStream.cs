using ApiService.Redis;
using StackExchange.Redis;

namespace ApiService.Jobs.InRedis;

/// <summary>Reads a set of examples from Redis, piece by piece. It ends early where the job has been finished meanwhile.</summary>
internal sealed class RedisExamplesStream(RedisGate redis, RedisKey key) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var last = Position + Math.Min(buffer.Length, RedisExamples.PieceBytes) - 1;
        ReadOnlyMemory<byte> piece = await redis.RunAsync(
            database => database.StringGetRangeAsync(key, Position, last), cancellationToken, RedisExamples.Patience);
        piece.CopyTo(buffer);
        Position += piece.Length;
        return piece.Length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
