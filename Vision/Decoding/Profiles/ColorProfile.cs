using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Vision.Probing;

namespace Vision.Decoding.Profiles;

/// <summary>The ICC profile in a file: over 1 MB it is not read. Its size is told without taking the memory for it.</summary>
internal static class ColorProfile
{
    /// <summary>The name of libvips for it.</summary>
    public const string Field = "icc-profile-data";

    private const int MaximumBytes = 1024 * 1024;
    private const int PieceBytes = 16 * 1024;
    private const int LongestName = 79;
    private const int WebpFirstChunk = 12;
    private const byte JpegApplication2 = 0xE2;

    /// <summary>The number of a piece and their count, a byte each.</summary>
    private const int PlaceBytes = 2;

    /// <summary>What precedes each piece of a profile in JPEG (ICC.1:2022, B.4); the number of the piece and their count follow.</summary>
    private static ReadOnlySpan<byte> JpegIdentifier => "ICC_PROFILE\0"u8;

    /// <summary>Puts the pieces of the profile in a JPEG file together.</summary>
    /// <param name="jpeg">The file.</param>
    /// <param name="profile">The profile; null if there is none, or one that is not read.</param>
    /// <returns>False if the pieces are not those of one profile, each there once and in its turn.</returns>
    public static bool TryRead(EncodedImage jpeg, out byte[]? profile)
    {
        var file = jpeg.Bytes.Span;
        profile = BytesInJpeg(file) is > 0 and <= MaximumBytes and var bytes ? new byte[bytes] : null;
        if (profile is null)
        {
            return true;
        }

        var rest = profile.AsSpan();
        var (position, number, count) = (JpegSegments.FirstPosition, 0, 0);
        while (TryReadPiece(file, ref position, out var piece))
        {
            count = number == 0 ? piece[1] : count;
            if (piece[0] != ++number || piece[1] != count)
            {
                return false;
            }

            piece[PlaceBytes..].CopyTo(rest);
            rest = rest[(piece.Length - PlaceBytes)..];
        }

        return number == count;
    }

    /// <summary>Whether a JPEG or WebP file holds more of a profile than is read. In GIF there is none, and that of PNG is compressed.</summary>
    public static bool IsOverLimit(EncodedImage image) => image.Header.Format switch
    {
        ImageFormat.Jpeg => BytesInJpeg(image.Bytes.Span) > MaximumBytes,
        ImageFormat.Webp => BytesInWebp(image.Bytes.Span) > MaximumBytes,
        _ => false,
    };

    /// <summary>Whether the profile of a PNG file can be inflated (PNG, 11.3.2.3), to no more than is read.</summary>
    /// <param name="chunk">The data of its chunk: a name, a zero, the method, and the compressed profile.</param>
    public static bool IsWithinLimit(ReadOnlyMemory<byte> chunk)
    {
        var nameEnd = chunk.Span[..Math.Min(chunk.Length, LongestName + 1)].IndexOf((byte)0);
        if (nameEnd < 0 || nameEnd + 2 > chunk.Length || !MemoryMarshal.TryGetArray(chunk[(nameEnd + 2)..], out var compressed))
        {
            return false;
        }

        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            using var stream = new MemoryStream(compressed.Array!, compressed.Offset, compressed.Count, writable: false);
            using var inflating = new ZLibStream(stream, CompressionMode.Decompress);
            var (total, read) = (0, 0);
            while (total <= MaximumBytes && (read = inflating.Read(piece)) > 0)
            {
                total += read;
            }

            return total <= MaximumBytes;
        }
        catch (InvalidDataException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static long BytesInJpeg(ReadOnlySpan<byte> file)
    {
        var (position, total) = (JpegSegments.FirstPosition, 0L);
        while (TryReadPiece(file, ref position, out var piece))
        {
            total += piece.Length - PlaceBytes;
        }

        return total;
    }

    /// <summary>Finds the next piece of a profile: its number, how many there are, and its bytes.</summary>
    private static bool TryReadPiece(ReadOnlySpan<byte> file, ref int position, out ReadOnlySpan<byte> piece)
    {
        while (JpegSegments.TryRead(file, ref position, out var marker, out var payload) && marker != JpegMarker.StartOfScan)
        {
            if (marker == JpegApplication2 && payload.StartsWith(JpegIdentifier) && payload.Length >= JpegIdentifier.Length + PlaceBytes)
            {
                piece = payload[JpegIdentifier.Length..];
                return true;
            }
        }

        piece = default;
        return false;
    }

    private static long BytesInWebp(ReadOnlySpan<byte> file)
    {
        var reader = new ByteReader(file[WebpFirstChunk..], ImageFormat.Webp);
        var total = 0L;
        while (reader.Remaining > 0 && WebpHeaderReader.ReadChunk(ref reader, out var data) is var type)
        {
            total += type.SequenceEqual("ICCP"u8) ? data.Length : 0;
        }

        return total;
    }
}
