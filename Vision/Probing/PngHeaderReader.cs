using System.Buffers.Binary;

namespace Vision.Probing;

/// <summary>Reads the header of PNG and APNG (W3C, Portable Network Graphics, third edition), and its other chunks as far as the end.</summary>
internal static class PngHeaderReader
{
    private const int ChecksumBytes = 4;
    private const int HeaderDataBytes = 13;
    private const int HeaderEnd = SignatureBytes + ChunkHeaderBytes + HeaderDataBytes;

    /// <summary>Where the first chunk begins.</summary>
    public const int SignatureBytes = 8;

    /// <summary>The length and the type before the data of a chunk.</summary>
    public const int ChunkHeaderBytes = 8;

    private const byte GreyWithAlpha = 4;
    private const byte ColorWithAlpha = 6;

    public static bool TryReadDimensions(ReadOnlySpan<byte> prefix, out ImageDimensions dimensions)
    {
        dimensions = default;
        if (prefix.Length < HeaderEnd)
        {
            return false;
        }

        var chunk = prefix[SignatureBytes..HeaderEnd];
        if (BinaryPrimitives.ReadUInt32BigEndian(chunk) != HeaderDataBytes || !chunk[4..].StartsWith("IHDR"u8))
        {
            throw InvalidImage.Corrupt(ImageFormat.Png, "it does not begin with its header");
        }

        var header = chunk[ChunkHeaderBytes..];
        dimensions = ImageDimensions.WithinLimits(
            ImageFormat.Png,
            BinaryPrimitives.ReadUInt32BigEndian(header),
            BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        CheckCoding(header[8..]);
        return true;
    }

    public static ImageHeader Read(ReadOnlySpan<byte> file, ImageDimensions dimensions)
    {
        var hasAlpha = file[SignatureBytes + ChunkHeaderBytes + 9] is GreyWithAlpha or ColorWithAlpha;
        var hasData = false;
        var frames = 1;
        ExifFacts? exif = null;
        var reader = new ByteReader(file, ImageFormat.Png);
        reader.Skip(HeaderEnd + ChecksumBytes);
        while (ReadChunk(ref reader, out var data) is var type && !type.SequenceEqual("IEND"u8))
        {
            if (type.SequenceEqual("IDAT"u8))
            {
                hasData = true;
            }
            else if (type.SequenceEqual("eXIf"u8))
            {
                // The one of these chunks that may also come behind the data (11.3.4.5).
                exif ??= ExifReader.Read(data);
            }
            else if (type.SequenceEqual("tRNS"u8))
            {
                hasAlpha |= !hasData;
            }
            else if (type.SequenceEqual("acTL"u8) && !hasData)
            {
                frames = ReadFrameCount(data);
            }
        }

        if (!hasData)
        {
            throw InvalidImage.Corrupt(ImageFormat.Png, "it holds no picture");
        }

        var (orientation, hasLocation) = exif ?? ExifFacts.None;
        return new ImageHeader(ImageFormat.Png, dimensions.Width, dimensions.Height, frames, orientation, hasAlpha)
        {
            HasLocation = hasLocation,
        };
    }

    /// <summary>Reads the next chunk (5.3) and gives its type; its checksum is left to the decoder.</summary>
    public static ReadOnlySpan<byte> ReadChunk(ref ByteReader reader, out ReadOnlySpan<byte> data)
    {
        var length = reader.ReadUInt32BigEndian();
        var type = reader.Take(4);
        foreach (var letter in type)
        {
            if (!char.IsAsciiLetter((char)letter))
            {
                throw InvalidImage.Corrupt(ImageFormat.Png, "a chunk has no valid type");
            }
        }

        data = reader.Take(length);
        reader.Skip(ChecksumBytes);
        return type;
    }

    // A count of zero is not valid, nor is one over 31 bits (11.3.6.1, 7.1); the picture is a still one then.
    private static int ReadFrameCount(ReadOnlySpan<byte> data) =>
        data.Length >= sizeof(uint) && BinaryPrimitives.ReadUInt32BigEndian(data) is var count and >= 1 and <= int.MaxValue
            ? (int)count
            : 1;

    /// <summary>Checks bit depth, colour type, compression, filter and interlace (11.2.1, table 12).</summary>
    private static void CheckCoding(ReadOnlySpan<byte> coding)
    {
        var isColorValid = (coding[1], coding[0]) is
            (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or GreyWithAlpha or ColorWithAlpha, 8 or 16);
        if (!isColorValid || coding[2] != 0 || coding[3] != 0 || coding[4] > 1)
        {
            throw InvalidImage.Corrupt(ImageFormat.Png, "its header is malformed");
        }
    }
}
