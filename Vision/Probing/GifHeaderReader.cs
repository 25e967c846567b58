using System.Buffers.Binary;

namespace Vision.Probing;

/// <summary>Reads the header of GIF (CompuServe, GIF89a specification) and walks its blocks as far as the trailer.</summary>
internal static class GifHeaderReader
{
    private const int SignatureBytes = 6;
    private const int ScreenEnd = 13;
    private const int ScreenFlags = 10;
    private const byte Extension = 0x21;
    private const byte ImageDescriptor = 0x2C;
    private const byte Trailer = 0x3B;
    private const byte GraphicControl = 0xF9;

    public static bool TryReadDimensions(ReadOnlySpan<byte> prefix, out ImageDimensions dimensions)
    {
        dimensions = default;
        if (prefix.Length < ScreenEnd)
        {
            return false;
        }

        dimensions = ImageDimensions.WithinLimits(
            ImageFormat.Gif,
            BinaryPrimitives.ReadUInt16LittleEndian(prefix[SignatureBytes..]),
            BinaryPrimitives.ReadUInt16LittleEndian(prefix[(SignatureBytes + 2)..]));
        return true;
    }

    public static ImageHeader Read(ReadOnlySpan<byte> file, ImageDimensions screen)
    {
        var reader = new ByteReader(file, ImageFormat.Gif);
        reader.Skip(ScreenEnd);
        SkipColorTable(ref reader, file[ScreenFlags]);
        var frames = 0;
        var hasAlpha = false;
        while (reader.ReadByte() is var block and not Trailer)
        {
            if (block == Extension)
            {
                // What is said before the first frame is about the first frame (section 23); the one said last counts.
                var isTransparent = ReadExtension(ref reader);
                hasAlpha = frames == 0 ? isTransparent ?? hasAlpha : hasAlpha;
            }
            else if (block == ImageDescriptor)
            {
                var coversScreen = ReadFrame(ref reader, screen);
                hasAlpha |= frames == 0 && !coversScreen;
                frames++;
            }
            else
            {
                throw InvalidImage.Corrupt(ImageFormat.Gif, "a block has no valid type");
            }
        }

        return frames > 0
            ? new ImageHeader(ImageFormat.Gif, screen.Width, screen.Height, frames, ExifFacts.None.Orientation, hasAlpha)
            : throw InvalidImage.Corrupt(ImageFormat.Gif, "it holds no picture");
    }

    /// <summary>Reads an extension; if it is a graphic control (section 23), gives whether one of the colours is transparent.</summary>
    private static bool? ReadExtension(ref ByteReader reader)
    {
        var label = reader.ReadByte();
        var data = reader.Take(reader.ReadByte());
        if (!data.IsEmpty)
        {
            SkipSubBlocks(ref reader);
        }

        return label == GraphicControl && !data.IsEmpty ? (data[0] & 1) == 1 : null;
    }

    /// <summary>
    /// Reads a frame (section 20) and gives whether it covers the screen. A frame that reaches over the edge is refused, though
    /// the eye forgives it: some decoders clip such a frame and others enlarge the screen, so nothing would hold the limits.
    /// </summary>
    private static bool ReadFrame(ref ByteReader reader, ImageDimensions screen)
    {
        var left = reader.ReadUInt16LittleEndian();
        var top = reader.ReadUInt16LittleEndian();
        var frame = ImageDimensions.WithinLimits(
            ImageFormat.Gif, reader.ReadUInt16LittleEndian(), reader.ReadUInt16LittleEndian());
        if (left + frame.Width > screen.Width || top + frame.Height > screen.Height)
        {
            throw InvalidImage.Corrupt(ImageFormat.Gif, "a frame lies outside of its screen");
        }

        SkipColorTable(ref reader, reader.ReadByte());
        reader.Skip(1); // the least code size of the compression
        SkipSubBlocks(ref reader);
        return frame == screen;
    }

    // The upper bit tells whether there is a table, the lower three its size (sections 18 and 20).
    private static void SkipColorTable(ref ByteReader reader, byte flags)
    {
        if ((flags & 0x80) != 0)
        {
            reader.Skip(3L << ((flags & 0x07) + 1));
        }
    }

    private static void SkipSubBlocks(ref ByteReader reader)
    {
        while (reader.ReadByte() is var size and not 0)
        {
            reader.Skip(size);
        }
    }
}
