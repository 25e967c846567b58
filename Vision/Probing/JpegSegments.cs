using System.Buffers.Binary;

namespace Vision.Probing;

/// <summary>Walks the marker segments before the first scan of a JPEG file (ITU-T T.81, B.1.1).</summary>
internal static class JpegSegments
{
    /// <summary>Where the first segment begins: behind the marker of the start of the image.</summary>
    public const int FirstPosition = 2;

    private const int MarkerBytes = 2;
    private const int LengthBytes = 2;

    /// <summary>Reads the segment at a position and moves there to the next one.</summary>
    /// <param name="data">The file, or its first bytes.</param>
    /// <param name="position">Where the segment begins. It also moves over fill bytes and single markers when the segment is not all there.</param>
    /// <param name="marker">The code of the segment.</param>
    /// <param name="payload">What follows the length.</param>
    /// <returns>False when the segment goes on behind the data.</returns>
    public static bool TryRead(ReadOnlySpan<byte> data, ref int position, out byte marker, out ReadOnlySpan<byte> payload)
    {
        payload = default;
        while (TryReadMarker(data, ref position, out marker))
        {
            if (JpegMarker.StandsAlone(marker))
            {
                position += MarkerBytes;
                continue;
            }

            if (marker is 0 or JpegMarker.StartOfImage or JpegMarker.EndOfImage)
            {
                throw InvalidImage.Corrupt(ImageFormat.Jpeg, "a marker is out of place before its first scan");
            }

            return TryReadPayload(data, ref position, out payload);
        }

        return false;
    }

    private static bool TryReadMarker(ReadOnlySpan<byte> data, ref int position, out byte marker)
    {
        marker = 0;
        if (position < data.Length && data[position] != JpegMarker.Prefix)
        {
            // Decoders search for the next marker here, each in its own way; what one finds need not be what another does.
            throw InvalidImage.Corrupt(ImageFormat.Jpeg, "a marker is missing before its first scan");
        }

        // Any number of fill bytes may come before a marker (B.1.1.2).
        while (position + 1 < data.Length && data[position + 1] == JpegMarker.Prefix)
        {
            position++;
        }

        if (position + MarkerBytes > data.Length)
        {
            return false;
        }

        marker = data[position + 1];
        return true;
    }

    private static bool TryReadPayload(ReadOnlySpan<byte> data, ref int position, out ReadOnlySpan<byte> payload)
    {
        payload = default;
        var rest = data[(position + MarkerBytes)..];
        if (rest.Length < LengthBytes)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (length < LengthBytes)
        {
            throw InvalidImage.Corrupt(ImageFormat.Jpeg, "a segment is shorter than its own length field");
        }

        if (rest.Length < length)
        {
            return false;
        }

        payload = rest[LengthBytes..length];
        position += MarkerBytes + length;
        return true;
    }
}
