using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;

namespace ServiceDefaults.Http;

/// <summary>
/// Gives the web server blocks in which a seventh of a usual photo fits, where its own hold four kilobytes. Each block is one call
/// of the system and one turn of the pipe, which took a tenth of what the API costs an image; docs/performance.md.
/// </summary>
internal sealed class LargeBlocks : MemoryPool<byte>, IMemoryPoolFactory<byte>
{
    private const int BlockBytes = 16 * 1024;

    /// <summary>Enough for 500 connections at work, 16 MB; what is given back beyond them goes to the collector.</summary>
    private const int MostKept = 1024;

    private readonly ConcurrentQueue<Block> kept = new();

    public override int MaxBufferSize => BlockBytes;

    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => this;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockBytes);
        return kept.TryDequeue(out var block) ? block : new Block(this);
    }

    protected override void Dispose(bool disposing)
    {
        // All servers of the process share the blocks, and each ends its pool.
    }

    private void GiveBack(Block block)
    {
        if (kept.Count < MostKept)
        {
            kept.Enqueue(block);
        }
    }

    /// <summary>The bytes do not move, so that no read of a socket has to hold them in their place.</summary>
    private sealed class Block(LargeBlocks pool) : IMemoryOwner<byte>
    {
        public Memory<byte> Memory { get; } = MemoryMarshal.CreateFromPinnedArray(
            GC.AllocateUninitializedArray<byte>(BlockBytes, pinned: true), 0, BlockBytes);

        public void Dispose() => pool.GiveBack(this);
    }
}
