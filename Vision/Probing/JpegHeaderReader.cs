using System.Buffers.Binary;

namespace Vision.Probing;

/// <summary>Reads the header of JPEG (ITU-T T.81): the frame header, and the orientation that cameras put before it.</summary>
internal static class JpegHeaderReader
{
    private const int BitsPerSample = 8;
    private const int FrameHeaderBytes = 6;
    private const int BytesPerComponent = 3;
    private const int MaximumComponents = 4;

    public static bool TryReadDimensions(ReadOnlySpan<byte> prefix, ref int position, out ImageDimensions dimensions)
    {
        dimensions = default;
        position = Math.Max(position, JpegSegments.FirstPosition);
        while (JpegSegments.TryRead(prefix, ref position, out var marker, out var payload))
        {
            if (JpegMarker.IsStartOfFrame(marker))
            {
                dimensions = ReadFrameHeader(marker, payload);
                return true;
            }

            if (marker == JpegMarker.StartOfScan)
            {
                throw InvalidImage.Corrupt(ImageFormat.Jpeg, "a scan comes before its frame header");
            }
        }

        return false;
    }

    public static ImageHeader Read(ReadOnlySpan<byte> file, ImageDimensions dimensions)
    {
        var position = JpegSegments.FirstPosition;
        var frameHeaders = 0;
        ExifFacts? exif = null;
        while (JpegSegments.TryRead(file, ref position, out var marker, out var payload))
        {
            if (marker == JpegMarker.StartOfScan)
            {
                CheckEnd(file[position..]);
                return HeaderOf(dimensions, exif ?? ExifFacts.None);
            }

            if (JpegMarker.IsStartOfFrame(marker) && ++frameHeaders > 1)
            {
                throw InvalidImage.Corrupt(ImageFormat.Jpeg, "it has two frame headers");
            }

            if (marker == JpegMarker.Application1 && ExifReader.IsExif(payload))
            {
                exif ??= ExifReader.Read(payload);
            }
        }

        throw InvalidImage.CutOff(ImageFormat.Jpeg);
    }

    private static ImageHeader HeaderOf(ImageDimensions dimensions, ExifFacts exif) =>
        new(ImageFormat.Jpeg, dimensions.Width, dimensions.Height, Frames: 1, exif.Orientation, HasAlpha: false)
        {
            HasLocation = exif.HasLocation,
        };

    /// <summary>
    /// Checks that the end of the image is there. The decoder does not read the rows under the crop, so it would not miss them;
    /// and the marker cannot stand in the data of a scan by chance, as those have a zero behind each 0xFF (F.1.2.3).
    /// </summary>
    private static void CheckEnd(ReadOnlySpan<byte> scans)
    {
        if (scans.LastIndexOf([JpegMarker.Prefix, JpegMarker.EndOfImage]) < 0)
        {
            throw InvalidImage.CutOff(ImageFormat.Jpeg);
        }
    }

    /// <summary>
    /// Reads the frame header (B.2.2). A height of zero, to be told by a marker behind the first scan (B.2.5), is refused with
    /// every other size of zero: nobody could know the pixels before they are decoded.
    /// </summary>
    private static ImageDimensions ReadFrameHeader(byte marker, ReadOnlySpan<byte> payload)
    {
        if (payload.Length < FrameHeaderBytes
            || payload[5] is < 1 or > MaximumComponents
            || payload.Length != FrameHeaderBytes + (BytesPerComponent * payload[5]))
        {
            throw InvalidImage.Corrupt(ImageFormat.Jpeg, "its frame header is malformed");
        }

        var dimensions = ImageDimensions.WithinLimits(
            ImageFormat.Jpeg,
            BinaryPrimitives.ReadUInt16BigEndian(payload[3..]),
            BinaryPrimitives.ReadUInt16BigEndian(payload[1..]));
        if (!JpegMarker.IsReadableFrame(marker))
        {
            throw InvalidImage.Unsupported(ImageFormat.Jpeg, "its coding process is not supported");
        }

        if (payload[0] != BitsPerSample)
        {
            throw InvalidImage.Unsupported(ImageFormat.Jpeg, "its samples do not have 8 bits");
        }

        return dimensions;
    }
}
