using System.IO.Compression;

namespace Tests.Fixtures;

/// <summary>Writes PNG files, chunk by chunk with their checksums.</summary>
internal static class PngFile
{
    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A file whose header claims a size; its data are those of one black pixel.</summary>
    public static byte[] WithSize(uint width, uint height, params ReadOnlySpan<byte> chunksBeforeData) =>
        Assemble(Header(width, height), chunksBeforeData);

    public static byte[] WithColor(byte bitDepth, byte colorType, byte interlace = 0, params ReadOnlySpan<byte> chunksBeforeData) =>
        Assemble(Header(1, 1, bitDepth, colorType, interlace), chunksBeforeData);

    public static byte[] Assemble(ReadOnlySpan<byte> header, ReadOnlySpan<byte> chunksBeforeData, params ReadOnlySpan<byte> chunksBehindData) =>
        [.. Signature, .. header, .. chunksBeforeData, .. Data(), .. chunksBehindData, .. End()];

    public static byte[] Header(uint width, uint height, byte bitDepth = 8, byte colorType = 0, byte interlace = 0) => Chunk(
        "IHDR"u8, [.. EncodedNumber.Big32(width), .. EncodedNumber.Big32(height), bitDepth, colorType, 0, 0, interlace]);

    public static byte[] Exif(ReadOnlySpan<byte> tiff) => Chunk("eXIf"u8, tiff);

    /// <summary>The chunk that makes an APNG of a PNG.</summary>
    public static byte[] AnimationControl(uint frames) => Chunk("acTL"u8, [.. EncodedNumber.Big32(frames), .. EncodedNumber.Big32(0)]);

    /// <summary>Image data for one pixel of grey, 8 bits: a filter byte and the sample.</summary>
    public static byte[] Data()
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write([0, 0]);
        }

        return Chunk("IDAT"u8, compressed.ToArray());
    }

    public static byte[] End() => Chunk("IEND"u8, []);

    public static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data) =>
        [.. EncodedNumber.Big32((uint)data.Length), .. type, .. data, .. EncodedNumber.Big32(PngChecksum.Of([.. type, .. data]))];
}
