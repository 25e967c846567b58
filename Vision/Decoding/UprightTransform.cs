using Vision.Probing;

namespace Vision.Decoding;

/// <summary>
/// Turns a small picture upright (EXIF 2.32, tag 0x0112). It is done after the resize, on the few pixels that are left, because
/// turning the whole image would need all of it in memory.
/// </summary>
internal static class UprightTransform
{
    /// <summary>The pixels of the stored picture from which those of the upright one come.</summary>
    public static PixelRequest AsStored(PixelRequest request, ImageHeader header) =>
        header.IsTurned ? request with { Width = request.Height, Height = request.Width } : request;

    /// <summary>Turns a stored picture upright, and lets go of it.</summary>
    /// <param name="stored">Pixels as stored.</param>
    /// <param name="header">Says how to turn them.</param>
    public static PixelBuffer Apply(PixelBuffer stored, ImageHeader header)
    {
        if (header.Orientation == 1)
        {
            return stored;
        }

        using (stored)
        {
            var upright = header.IsTurned ? new PixelBuffer(stored.Height, stored.Width) : new PixelBuffer(stored.Width, stored.Height);
            Copy(stored, upright, header.Orientation);
            return upright;
        }
    }

    private static void Copy(PixelBuffer stored, PixelBuffer upright, int orientation)
    {
        // The place of upright pixel (x, y) in the stored picture is origin + x * stepX + y * stepY.
        var (lastX, lastY, row) = (stored.Width - 1, stored.Height - 1, stored.Width);
        var (origin, stepX, stepY) = orientation switch
        {
            2 => (lastX, -1, row),
            3 => ((lastY * row) + lastX, -1, -row),
            4 => (lastY * row, 1, -row),
            5 => (0, row, 1),
            6 => (lastY * row, -row, 1),
            7 => ((lastY * row) + lastX, -row, -1),
            8 => (lastX, row, -1),
            _ => (0, 1, row),
        };

        CopyPixels(stored.Span, upright, origin, stepX, stepY);
    }

    private static void CopyPixels(ReadOnlySpan<byte> source, PixelBuffer upright, int origin, int stepX, int stepY)
    {
        var target = upright.Span;
        for (var y = 0; y < upright.Height; y++)
        {
            var place = origin + (y * stepY);
            for (var x = 0; x < upright.Width; x++, place += stepX)
            {
                source.Slice(place * PixelBuffer.Channels, PixelBuffer.Channels).CopyTo(target);
                target = target[PixelBuffer.Channels..];
            }
        }
    }
}
