using System.Buffers.Binary;

namespace Vision.Probing;

/// <summary>
/// Reads the one value of EXIF that matters here, how the picture must be turned (EXIF 2.32, 4.6.4, tag 0x0112), and whether there
/// is a location (tag 0x8825).
/// </summary>
internal static class ExifReader
{
    private const int First = 1;
    private const int MaximumBytes = 1024 * 1024;
    private const int Last = 8;
    private const int HeaderBytes = 8;
    private const int EntryBytes = 12;
    private const ushort TiffMagic = 42;
    private const ushort OrientationTag = 0x0112;
    private const ushort LocationTag = 0x8825;
    private const ushort ShortType = 3;

    /// <summary>What comes before the TIFF structure in JPEG, and with some writers in WebP.</summary>
    private static ReadOnlySpan<byte> Identifier => "Exif\0\0"u8;

    /// <summary>Whether a segment of JPEG, whose type other metadata share, holds EXIF.</summary>
    public static bool IsExif(ReadOnlySpan<byte> segment) => segment.StartsWith(Identifier);

    /// <summary>Gives the facts. Whatever is wrong with the data, the answer is none; over 1 MB they are not looked at.</summary>
    /// <param name="exif">A TIFF structure (TIFF 6.0, section 2), with or without <c>Exif\0\0</c> before it.</param>
    public static ExifFacts Read(ReadOnlySpan<byte> exif)
    {
        var tiff = IsExif(exif) ? exif[Identifier.Length..] : exif;
        if (tiff.Length is < HeaderBytes or > MaximumBytes)
        {
            return ExifFacts.None;
        }

        var isBigEndian = tiff.StartsWith("MM"u8);
        var isTiff = (isBigEndian || tiff.StartsWith("II"u8)) && ReadUInt16(tiff[2..], isBigEndian) == TiffMagic;
        return isTiff ? ReadDirectory(tiff, isBigEndian) : ExifFacts.None;
    }

    private static ExifFacts ReadDirectory(ReadOnlySpan<byte> tiff, bool isBigEndian)
    {
        var offset = ReadUInt32(tiff[4..], isBigEndian);
        if (offset > tiff.Length - sizeof(ushort))
        {
            return ExifFacts.None;
        }

        int? orientation = null;
        var hasLocation = false;
        var directory = tiff[(int)offset..];
        var entries = directory[sizeof(ushort)..];
        for (var left = ReadUInt16(directory, isBigEndian); left > 0 && entries.Length >= EntryBytes; left--)
        {
            var tag = ReadUInt16(entries, isBigEndian);
            orientation ??= tag == OrientationTag ? ReadOrientation(entries, isBigEndian) : null;
            hasLocation |= tag == LocationTag;
            entries = entries[EntryBytes..];
        }

        return new ExifFacts(orientation ?? First, hasLocation);
    }

    // An entry is the tag, the type, the count of values, and the values if four bytes hold them.
    private static int ReadOrientation(ReadOnlySpan<byte> entry, bool isBigEndian)
    {
        var isOneShort = ReadUInt16(entry[2..], isBigEndian) == ShortType && ReadUInt32(entry[4..], isBigEndian) == 1;
        var value = ReadUInt16(entry[8..], isBigEndian);
        return isOneShort && value is >= First and <= Last ? value : First;
    }

    private static ushort ReadUInt16(ReadOnlySpan<byte> data, bool isBigEndian) =>
        isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(data) : BinaryPrimitives.ReadUInt16LittleEndian(data);

    private static uint ReadUInt32(ReadOnlySpan<byte> data, bool isBigEndian) =>
        isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(data) : BinaryPrimitives.ReadUInt32LittleEndian(data);
}
