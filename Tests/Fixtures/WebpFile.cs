using System.Buffers.Binary;

namespace Tests.Fixtures;

/// <summary>Writes WebP containers; the bitstreams are headers alone, so only headers are read from them.</summary>
internal static class WebpFile
{
    public const byte AnimationFlag = 0x02;
    public const byte ExifFlag = 0x08;
    public const byte AlphaFlag = 0x10;
    public const byte ProfileFlag = 0x20;

    public static byte[] Container(params ReadOnlySpan<byte> chunks) =>
        [.. "RIFF"u8, .. EncodedNumber.Little32((uint)chunks.Length + 4), .. "WEBP"u8, .. chunks];

    public static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = [.. type, .. EncodedNumber.Little32((uint)data.Length), .. data];
        return data.Length % 2 == 0 ? chunk : [.. chunk, 0];
    }

    /// <summary>The chunk that holds the picture of a real file.</summary>
    public static byte[] BitstreamOf(byte[] file)
    {
        for (var place = 12; ;)
        {
            var type = file.AsSpan(place, 4);
            var end = place + 8 + (int)BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(place + 4));
            end += (end - place) & 1;
            if (type.SequenceEqual("VP8 "u8) || type.SequenceEqual("VP8L"u8))
            {
                return file[place..end];
            }

            place = end;
        }
    }

    public static byte[] Lossy(int width, int height) => Chunk(
        "VP8 "u8, [0x10, 0, 0, 0x9D, 0x01, 0x2A, .. EncodedNumber.Little16(width), .. EncodedNumber.Little16(height)]);

    public static byte[] Lossless(int width, int height, bool hasAlpha = false)
    {
        var bits = (uint)(width - 1) | ((uint)(height - 1) << 14) | (hasAlpha ? 1u << 28 : 0);
        return Chunk("VP8L"u8, [0x2F, .. EncodedNumber.Little32(bits)]);
    }

    public static byte[] Canvas(int width, int height, byte flags = 0) => Chunk(
        "VP8X"u8, [flags, 0, 0, 0, .. EncodedNumber.Little24(width - 1), .. EncodedNumber.Little24(height - 1)]);

    public static byte[] Exif(ReadOnlySpan<byte> tiff) => Chunk("EXIF"u8, tiff);

    /// <summary>A frame of an animation; its place is given as stored, in units of two pixels.</summary>
    public static byte[] Frame(int width, int height, ReadOnlySpan<byte> bitstream, int halfLeft = 0, int halfTop = 0) => Chunk(
        "ANMF"u8,
        [
            .. EncodedNumber.Little24(halfLeft), .. EncodedNumber.Little24(halfTop),
            .. EncodedNumber.Little24(width - 1), .. EncodedNumber.Little24(height - 1),
            .. EncodedNumber.Little24(100), 0, .. bitstream,
        ]);

    public static byte[] WithExif(ReadOnlySpan<byte> tiff) => Container([.. Canvas(8, 6, ExifFlag), .. Lossy(8, 6), .. Exif(tiff)]);
}
