using System.Security.Cryptography;
using ApiService.Telemetry;
using Contracts;
using Vision;
using Vision.Buffers;
using Vision.Probing;

namespace ApiService.Ingest;

/// <summary>
/// Where every route in ends: the bytes of one image in pooled memory, hashed and probed while they arrive. A wrong format, too
/// many pixels or too many bytes end the request before its body does. The memory goes back when the last holder disposes of it.
/// </summary>
internal sealed class ReceivedImage : IDisposable
{
    private readonly IngestBudget budget;
    private readonly ImageBuffer buffer;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly EarlyImageProbe probe = new();
    private EncodedImage? whole;
    private int taken;
    private int holders = 1;

    /// <param name="expectedBytes">The size that its sender announced, or null; what is set aside for it counts from now on.</param>
    /// <param name="budget">The memory of all images.</param>
    /// <exception cref="ProblemException"><c>overloaded</c>.</exception>
    public ReceivedImage(long? expectedBytes, IngestBudget budget)
    {
        this.budget = budget;
        taken = ImageBuffer.FirstBytes(expectedBytes);
        budget.Take(taken);
        buffer = new ImageBuffer(expectedBytes);
    }

    /// <summary>The image once it is all there.</summary>
    public EncodedImage Image => whole ?? throw new InvalidOperationException("The image has not been completed.");

    /// <exception cref="ProblemException"><c>image_too_large</c>, <c>invalid_image</c>, <c>image_dimensions</c> or <c>overloaded</c>.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        // An image over its own limit is told so, and not that there is no room for it.
        var more = Math.Min(buffer.Length + bytes.Length, ImageLimits.MaximumBytes) - taken;
        if (more > 0)
        {
            budget.Take(more);
            taken += more;
        }

        buffer.Append(bytes);
        hash.AppendData(bytes);
        probe.TryRead(buffer.Memory.Span, out _);
    }

    /// <summary>Ends the image and reads its whole header.</summary>
    /// <exception cref="ProblemException"><c>invalid_image</c> or <c>image_dimensions</c>.</exception>
    public void Complete()
    {
        using var activity = ApiTelemetry.Source.StartActivity("probe");
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        var image = new EncodedImage(buffer.Memory, ImageDigest.Format(digest), ImageProbe.Read(buffer.Memory.Span));
        ImageAttributes.Tell(activity, image);
        whole = image;
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
