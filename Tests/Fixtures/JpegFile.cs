namespace Tests.Fixtures;

/// <summary>Writes the marker segments of JPEG files; the scan is a stub, so only headers are read from them.</summary>
internal static class JpegFile
{
    public const byte BaselineFrame = 0xC0;
    public const byte ProgressiveFrame = 0xC2;
    private const byte Application1 = 0xE1;
    private const byte Application2 = 0xE2;

    public static byte[] StartOfImage => [0xFF, 0xD8];

    public static byte[] WithSize(int width, int height, params ReadOnlySpan<byte> segmentsBefore) =>
        [.. StartOfImage, .. segmentsBefore, .. Frame(width, height), .. ScanAndEnd()];

    /// <summary>A real file with segments put in behind its start.</summary>
    public static byte[] WithSegments(byte[] file, params ReadOnlySpan<byte> segments) => [.. StartOfImage, .. segments, .. file[2..]];

    public static byte[] WithExif(ReadOnlySpan<byte> tiff) => WithSize(8, 6, ExifSegment(tiff));

    public static byte[] ExifSegment(ReadOnlySpan<byte> tiff) => Segment(Application1, [.. ExifBlock.JpegIdentifier, .. tiff]);

    /// <summary>A part of a colour profile (ICC.1:2022, B.4).</summary>
    public static byte[] ProfilePiece(int number, int count, ReadOnlySpan<byte> data) =>
        Segment(Application2, [.. "ICC_PROFILE\0"u8, (byte)number, (byte)count, .. data]);

    public static byte[] Segment(byte marker, ReadOnlySpan<byte> payload) =>
        [0xFF, marker, .. EncodedNumber.Big16(payload.Length + 2), .. payload];

    public static byte[] Frame(int width, int height, byte marker = BaselineFrame, byte bits = 8, byte components = 3)
    {
        List<byte> payload = [bits, .. EncodedNumber.Big16(height), .. EncodedNumber.Big16(width), components];
        for (byte component = 1; component <= components; component++)
        {
            payload.AddRange([component, 0x11, 0]);
        }

        return Segment(marker, [.. payload]);
    }

    public static byte[] ScanAndEnd() => [.. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x2A, 0xFF, 0xD9];
}
