using System.Buffers;

namespace Vision.Decoding;

/// <summary>8-bit sRGB pixels, three bytes each, row by row without padding, in memory rented from the shared pool.</summary>
/// <param name="width">Width in pixels.</param>
/// <param name="height">Height in pixels.</param>
public sealed class PixelBuffer(int width, int height) : IDisposable
{
    /// <summary>Bytes of one pixel: red, green, blue.</summary>
    public const int Channels = 3;

    private byte[] rented = ArrayPool<byte>.Shared.Rent(width * height * Channels);

    /// <summary>Width in pixels.</summary>
    public int Width => width;

    /// <summary>Height in pixels.</summary>
    public int Height => height;

    /// <summary>The pixels, of shape [<see cref="Height"/>, <see cref="Width"/>, 3].</summary>
    public Memory<byte> Memory => rented.AsMemory(0, width * height * Channels);

    /// <summary>The same pixels.</summary>
    public Span<byte> Span => Memory.Span;

    /// <summary>Returns the memory to the pool.</summary>
    public void Dispose()
    {
        var array = rented;
        rented = [];
        if (array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }
}
