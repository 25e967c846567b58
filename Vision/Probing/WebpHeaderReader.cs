namespace Vision.Probing;

/// <summary>Reads the header of WebP (RFC 9649): a bare bitstream, or a canvas that holds one, or the frames of an animation.</summary>
internal static class WebpHeaderReader
{
    private const int RiffHeaderBytes = 8;
    private const int FirstChunk = 12;
    private const int ChunkHeaderBytes = 8;
    private const int CanvasBytes = 10;
    private const byte AnimationFlag = 0x02;
    private const byte AlphaFlag = 0x10;

    public static bool TryReadDimensions(ReadOnlySpan<byte> prefix, out ImageDimensions dimensions)
    {
        dimensions = default;
        if (prefix.Length < FirstChunk + ChunkHeaderBytes)
        {
            return false;
        }

        var type = prefix.Slice(FirstChunk, 4);
        var data = prefix[(FirstChunk + ChunkHeaderBytes)..];
        if (IsCanvas(type))
        {
            return TryReadCanvas(data, out dimensions);
        }

        if (!WebpBitstream.IsBitstream(type))
        {
            throw InvalidImage.Corrupt(ImageFormat.Webp, "it does not begin with its header");
        }

        if (!WebpBitstream.TryRead(type, data, out var bitstream))
        {
            return false;
        }

        dimensions = ImageDimensions.WithinLimits(ImageFormat.Webp, bitstream.Width, bitstream.Height);
        return true;
    }

    public static ImageHeader Read(ReadOnlySpan<byte> file, ImageDimensions dimensions)
    {
        var riff = new ByteReader(file, ImageFormat.Webp);
        riff.Skip(4);
        var body = new ByteReader(riff.Take(riff.ReadUInt32LittleEndian()), ImageFormat.Webp);
        body.Skip(FirstChunk - RiffHeaderBytes);
        var type = ReadChunk(ref body, out var data);
        if (IsCanvas(type))
        {
            return data.Length >= CanvasBytes
                ? ReadExtended(body, data[0], dimensions)
                : throw InvalidImage.Corrupt(ImageFormat.Webp, "its header is malformed");
        }

        return new ImageHeader(
            ImageFormat.Webp, dimensions.Width, dimensions.Height, Frames: 1, ExifFacts.None.Orientation,
            WebpFrame.ReadBitstream(type, data, dimensions.Width, dimensions.Height).HasAlpha);
    }

    /// <summary>Reads the next chunk (RFC 9649, 2.3). The byte that pads it to an even length is often forgotten at the end of a file.</summary>
    public static ReadOnlySpan<byte> ReadChunk(ref ByteReader reader, out ReadOnlySpan<byte> data)
    {
        var type = reader.Take(4);
        data = reader.Take(reader.ReadUInt32LittleEndian());
        reader.Skip(Math.Min(data.Length & 1, reader.Remaining));
        return type;
    }

    private static bool IsCanvas(ReadOnlySpan<byte> type) => type.SequenceEqual("VP8X"u8);

    /// <summary>Reads the canvas (RFC 9649, 2.7): flags, three reserved bytes, and 24 bits a side less one.</summary>
    private static bool TryReadCanvas(ReadOnlySpan<byte> data, out ImageDimensions dimensions)
    {
        dimensions = default;
        if (data.Length < CanvasBytes)
        {
            return false;
        }

        var reader = new ByteReader(data[4..], ImageFormat.Webp);
        dimensions = ImageDimensions.WithinLimits(
            ImageFormat.Webp, reader.ReadUInt24LittleEndian() + 1, reader.ReadUInt24LittleEndian() + 1);
        return true;
    }

    private static ImageHeader ReadExtended(ByteReader reader, byte flags, ImageDimensions canvas)
    {
        var isAnimated = (flags & AnimationFlag) != 0;
        var hasAlpha = (flags & AlphaFlag) != 0;
        var frames = 0;
        ExifFacts? exif = null;
        while (reader.Remaining >= ChunkHeaderBytes)
        {
            var type = ReadChunk(ref reader, out var data);
            if (isAnimated ? type.SequenceEqual("ANMF"u8) : WebpBitstream.IsBitstream(type))
            {
                var frame = isAnimated
                    ? WebpFrame.ReadAnimated(data, canvas)
                    : WebpFrame.ReadBitstream(type, data, canvas.Width, canvas.Height);
                frames++;
                hasAlpha |= frames == 1 && frame.HasAlpha;
            }
            else if (type.SequenceEqual("EXIF"u8))
            {
                exif ??= ExifReader.Read(data);
            }
        }

        if (frames == 0)
        {
            throw InvalidImage.Corrupt(ImageFormat.Webp, "it holds no picture");
        }

        var (orientation, hasLocation) = exif ?? ExifFacts.None;
        return new ImageHeader(ImageFormat.Webp, canvas.Width, canvas.Height, isAnimated ? frames : 1, orientation, hasAlpha)
        {
            HasLocation = hasLocation,
        };
    }
}
