namespace Vision.Probing;

/// <summary>Checks the pictures inside a WebP container, whose sizes must be those that the container states.</summary>
internal static class WebpFrame
{
    private const int DurationAndFlagsBytes = 4;

    /// <summary>Reads a frame of an animation (RFC 9649, 2.7.1.1): place halved, size less one, 24 bits each, then chunks of its own.</summary>
    public static WebpBitstream ReadAnimated(ReadOnlySpan<byte> frame, ImageDimensions canvas)
    {
        var reader = new ByteReader(frame, ImageFormat.Webp);
        var left = 2 * reader.ReadUInt24LittleEndian();
        var top = 2 * reader.ReadUInt24LittleEndian();
        var size = ImageDimensions.WithinLimits(
            ImageFormat.Webp, reader.ReadUInt24LittleEndian() + 1, reader.ReadUInt24LittleEndian() + 1);
        if (left + size.Width > canvas.Width || top + size.Height > canvas.Height)
        {
            throw InvalidImage.Corrupt(ImageFormat.Webp, "a frame lies outside of its canvas");
        }

        reader.Skip(DurationAndFlagsBytes);
        while (true)
        {
            // An animation frame without a picture ends here as cut off.
            var type = WebpHeaderReader.ReadChunk(ref reader, out var data);
            if (WebpBitstream.IsBitstream(type))
            {
                return ReadBitstream(type, data, size.Width, size.Height);
            }
        }
    }

    /// <summary>Reads a bitstream that must have a size.</summary>
    public static WebpBitstream ReadBitstream(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data, int width, int height)
    {
        if (!WebpBitstream.TryRead(type, data, out var bitstream))
        {
            throw InvalidImage.CutOff(ImageFormat.Webp);
        }

        _ = ImageDimensions.WithinLimits(ImageFormat.Webp, bitstream.Width, bitstream.Height);
        return bitstream.Width == width && bitstream.Height == height
            ? bitstream
            : throw InvalidImage.Corrupt(ImageFormat.Webp, "a picture has another size than its container states");
    }
}
