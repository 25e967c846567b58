using System.Buffers.Binary;
using System.IO.Compression;

namespace Tests.Fixtures;

/// <summary>Writes PNG files, chunk by chunk with their checksums.</summary>
internal static class PngFile
{
    private const int HeaderEnd = 33;

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

    /// <summary>The chunk that begins a frame of an animation, a tenth of a second long.</summary>
    public static byte[] FrameControl(uint sequence, uint width, uint height) => Chunk(
        "fcTL"u8,
        [
            .. EncodedNumber.Big32(sequence), .. EncodedNumber.Big32(width), .. EncodedNumber.Big32(height),
            .. EncodedNumber.Big32(0), .. EncodedNumber.Big32(0), 0, 1, 0, 10, 0, 0,
        ]);

    /// <summary>A real file with chunks put in behind its header.</summary>
    public static byte[] WithChunks(byte[] file, params ReadOnlySpan<byte> chunks) => [.. file[..HeaderEnd], .. chunks, .. file[HeaderEnd..]];

    /// <summary>The compressed samples of a real file, out of all its chunks of data.</summary>
    public static byte[] ImageData(byte[] file)
    {
        List<byte> data = [];
        for (var place = Signature.Length; place < file.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(place));
            if (file.AsSpan(place + 4, 4).SequenceEqual("IDAT"u8))
            {
                data.AddRange(file.AsSpan(place + 8, length));
            }

            place += 12 + length;
        }

        return [.. data];
    }

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
