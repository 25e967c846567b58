using System.Security.Cryptography;
using Contracts;
using Vision;
using Vision.Buffers;
using Vision.Probing;

namespace ApiService.Ingest;

/// <summary>
/// Where every route in ends: the bytes of one image in pooled memory, hashed and probed while they arrive. A wrong format, too
/// many pixels or too many bytes end the request before its body does. The memory goes back when the last holder disposes of it.
/// </summary>
internal sealed class ReceivedImage(long? expectedBytes, IngestBudget budget) : IDisposable
{
    private readonly ImageBuffer buffer = new(expectedBytes);
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly EarlyImageProbe probe = new();
    private EncodedImage? whole;
    private long taken;
    private int holders = 1;

    /// <summary>The image once it is all there.</summary>
    public EncodedImage Image => whole ?? throw new InvalidOperationException("The image has not been completed.");

    /// <exception cref="ProblemException"><c>image_too_large</c>, <c>invalid_image</c>, <c>image_dimensions</c> or <c>overloaded</c>.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        budget.Take(bytes.Length);
        taken += bytes.Length;
        buffer.Append(bytes);
        hash.AppendData(bytes);
        probe.TryRead(buffer.Memory.Span, out _);
    }

    /// <summary>Ends the image and reads its whole header.</summary>
    /// <exception cref="ProblemException"><c>invalid_image</c> or <c>image_dimensions</c>.</exception>
    public void Complete()
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        whole = new EncodedImage(buffer.Memory, ImageDigest.Format(digest), ImageProbe.Read(buffer.Memory.Span));
    }

    /// <summary>Becomes one more holder, who disposes too; false when the last one has gone already.</summary>
    public bool TryShare()
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref holders);
            if (seen == 0)
            {
                return false;
            }
        }
        while (Interlocked.CompareExchange(ref holders, seen + 1, seen) != seen);
        return true;
    }

    public void Dispose()
    {
        if (Interlocked.Decrement(ref holders) == 0)
        {
            budget.Return(taken);
            hash.Dispose();
            buffer.Dispose();
        }
    }
}
