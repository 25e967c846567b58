using System.Buffers;
using Contracts;
using Vision.Probing;

namespace Vision.Buffers;

/// <summary>
/// An encoded image that grows while it arrives, in memory rented from the shared pool. The limit of
/// <see cref="ImageLimits.MaximumBytes"/> is checked before the memory for more is taken.
/// </summary>
public sealed class ImageBuffer : IDisposable
{
    private const int SmallestRent = 16 * 1024;

    /// <summary>How much is rented on the sender's word alone.</summary>
    private const int LargestTrusted = 1024 * 1024;

    private byte[] rented;
    private int length;

    /// <summary>Rents memory for an image.</summary>
    /// <param name="expectedBytes">The size in bytes that its sender announced, or null. A hint: it saves copies for honest senders.</param>
    public ImageBuffer(long? expectedBytes) => rented = ArrayPool<byte>.Shared.Rent(FirstBytes(expectedBytes));

    /// <summary>Number of bytes so far.</summary>
    public int Length => length;

    /// <summary>The bytes so far; valid until the next <see cref="Append"/> or <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> Memory => rented.AsMemory(0, length);

    /// <summary>How much memory a buffer takes before the first byte is there.</summary>
    /// <param name="expectedBytes">The size in bytes that its sender announced, or null.</param>
    public static int FirstBytes(long? expectedBytes) => (int)Math.Clamp(expectedBytes ?? 0, SmallestRent, LargestTrusted);

    /// <summary>Adds bytes to the end.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <exception cref="ProblemException"><c>image_too_large</c>: more than <see cref="ImageLimits.MaximumBytes"/> bytes in all.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > ImageLimits.MaximumBytes - length)
        {
            throw TooLarge();
        }

        if (bytes.Length > rented.Length - length)
        {
            Grow(length + bytes.Length);
        }

        bytes.CopyTo(rented.AsSpan(length));
        length += bytes.Length;
    }

    /// <summary>Returns the memory to the pool.</summary>
    public void Dispose()
    {
        var array = rented;
        rented = [];
        length = 0;
        if (array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    private static ProblemException TooLarge() =>
        new(ErrorCodes.ImageTooLarge, $"An image may have at most {ImageLimits.MaximumBytes} bytes.");

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, rented.Length * 2));
        rented.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(rented);
        rented = larger;
    }
}
