using System.Buffers;
using Vision.Decoding.Profiles;
using Vision.Probing;

namespace Vision.Decoding.Vips;

/// <summary>
/// A PNG file with nothing in it but what its pixels depend on. Compressed texts inflate to a thousand times their size, and
/// libvips would inflate and keep them all: three megabytes of file would take gigabytes of memory.
/// </summary>
internal sealed class PngPicture : IDisposable
{
    private byte[] rented = [];
    private bool hasProfile;

    /// <param name="file">A file whose chunks have been walked by the probe.</param>
    public PngPicture(ReadOnlyMemory<byte> file)
    {
        var place = PngHeaderReader.SignatureBytes;
        var (length, isLast) = (place, false);
        while (!isLast)
        {
            var start = place;
            if (!IsNeeded(file, ref place, out isLast))
            {
                CopyStart(file.Span[..length], file.Length);
                continue;
            }

            if (rented.Length > 0)
            {
                file.Span[start..place].CopyTo(rented.AsSpan(length));
            }

            length += place - start;
        }

        Bytes = rented.Length > 0 ? rented.AsMemory(0, length) : file[..length];
    }

    /// <summary>The file for the decoder; valid until <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Returns the memory to the pool.</summary>
    public void Dispose()
    {
        var array = rented;
        rented = [];
        if (array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    /// <summary>Goes on in memory of its own, once the first chunk has to go.</summary>
    private void CopyStart(ReadOnlySpan<byte> start, int fileBytes)
    {
        if (rented.Length == 0)
        {
            rented = ArrayPool<byte>.Shared.Rent(fileBytes);
            start.CopyTo(rented);
        }
    }

    /// <summary>Moves behind the chunk at a place, and tells whether the pixels depend on it (5.6, table 7).</summary>
    private bool IsNeeded(ReadOnlyMemory<byte> file, ref int place, out bool isLast)
    {
        var reader = new ByteReader(file.Span[place..], ImageFormat.Png);
        var type = PngHeaderReader.ReadChunk(ref reader, out var data);
        var dataStart = place + PngHeaderReader.ChunkHeaderBytes;
        place = file.Length - reader.Remaining;
        isLast = type.SequenceEqual("IEND"u8);
        return isLast || type.SequenceEqual("IHDR"u8) || type.SequenceEqual("PLTE"u8) || type.SequenceEqual("IDAT"u8)
            || type.SequenceEqual("tRNS"u8)
            || (type.SequenceEqual("iCCP"u8) && IsFirstProfile() && ColorProfile.IsWithinLimit(file.Slice(dataStart, data.Length)));
    }

    // A file has one at most (11.3.2.3); each one costs the time to inflate a megabyte.
    private bool IsFirstProfile()
    {
        var isFirst = !hasProfile;
        hasProfile = true;
        return isFirst;
    }
}
