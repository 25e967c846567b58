using System.Buffers;
using System.Runtime.Intrinsics.X86;

namespace Vision.Decoding.Resizing;

/// <summary>
/// Resizes 8-bit RGB by a filter across and then down, in fixed point on AVX2. Between the two the samples are bytes again, as in
/// Pillow: where the filter overshoots at an edge, the order and the bounds show.
/// </summary>
internal static class SeparableResize
{
    /// <summary>So many bytes are read and written at once.</summary>
    public const int StepBytes = 32;

    /// <summary>The widest filter reaches over fewer rows than this behind the last one, where a picture becomes a single pixel.</summary>
    private const int RowsBehind = 4;

    /// <summary>Whether this processor can do it.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>The memory for a picture in bytes: what is behind its last row is read too, and makes no difference.</summary>
    public static long RoomFor(int width, int height) => ((long)(height + RowsBehind) * width * PixelBuffer.Channels) + (2 * StepBytes);

    /// <summary>Resizes a part of a picture. What is outside of the part makes no difference.</summary>
    /// <param name="pixels">The picture, three bytes a pixel, row by row without padding, with all of its <see cref="RoomFor"/>.</param>
    /// <param name="width">Width of the picture in pixels.</param>
    /// <param name="across">The columns of the part.</param>
    /// <param name="down">Its rows.</param>
    /// <param name="kernel">The filter.</param>
    /// <param name="target">Where it goes.</param>
    public static void Apply(ReadOnlySpan<byte> pixels, int width, LinePart across, LinePart down, ResizeKernel kernel, PixelBuffer target)
    {
        var rows = down.End - down.First;
        var rented = ArrayPool<byte>.Shared.Rent((int)RoomFor(target.Width, rows));
        try
        {
            var first = pixels[(down.First * width * PixelBuffer.Channels)..];
            ResizeAcross(first, width * PixelBuffer.Channels, rows, new ResampleWeights(across, target.Width, kernel), rented);
            ResizeDown(rented, rows, new ResampleWeights(down with { Start = down.Start - down.First }, target.Height, kernel), target);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static void ResizeAcross(ReadOnlySpan<byte> pixels, int stride, int rows, ResampleWeights weights, Span<byte> narrow)
    {
        for (var row = 0; row < rows; row++)
        {
            RowFilter.Apply(pixels[(row * stride)..], weights, narrow[(row * weights.Count * PixelBuffer.Channels)..]);
        }
    }

    private static void ResizeDown(ReadOnlySpan<byte> narrow, int rows, ResampleWeights weights, PixelBuffer target)
    {
        var stride = target.Width * PixelBuffer.Channels;
        var line = ArrayPool<byte>.Shared.Rent(stride + StepBytes);
        try
        {
            for (var y = 0; y < target.Height; y++)
            {
                // Rows are taken in pairs, so that one below the last may be among them, with a weight of zero.
                var top = weights.StartOf(y);
                var used = weights.Of(y)[..Math.Min(weights.Groups * ResampleWeights.Group, (rows - top + 1) / 2 * 2)];
                ColumnFilter.Apply(narrow[(top * stride)..], stride, used, line.AsSpan(0, (stride + StepBytes - 1) / StepBytes * StepBytes));
                line.AsSpan(0, stride).CopyTo(target.Span[(y * stride)..]);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(line);
        }
    }
}
