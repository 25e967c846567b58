namespace Tests.Fixtures;

/// <summary>Writes the TIFF structure of EXIF with an orientation in it.</summary>
internal static class ExifBlock
{
    public const int OrientationTag = 0x0112;
    private const int MakeTag = 0x010F;
    private const int LocationTag = 0x8825;
    private const int LongType = 4;
    private const int ShortType = 3;
    private const uint FirstDirectory = 8;

    /// <summary>What precedes the structure in JPEG.</summary>
    public static ReadOnlySpan<byte> JpegIdentifier => "Exif\0\0"u8;

    public static byte[] WithOrientation(int orientation, bool isBigEndian = false, int type = ShortType, uint count = 1)
    {
        byte[] Number16(int value) => isBigEndian ? EncodedNumber.Big16(value) : EncodedNumber.Little16(value);
        byte[] Number32(uint value) => isBigEndian ? EncodedNumber.Big32(value) : EncodedNumber.Little32(value);

        // A second tag before it shows that the directory is searched.
        return
        [
            .. isBigEndian ? "MM"u8 : "II"u8, .. Number16(42), .. Number32(FirstDirectory),
            .. Number16(2),
            .. Number16(MakeTag), .. Number16(2), .. Number32(1), .. Number32(0),
            .. Number16(OrientationTag), .. Number16(type), .. Number32(count), .. Number16(orientation), .. Number16(0),
            .. Number32(0),
        ];
    }

    /// <summary>A block that points to a directory with a place on the Earth.</summary>
    public static byte[] WithLocation() =>
    [
        .. "II"u8, .. EncodedNumber.Little16(42), .. EncodedNumber.Little32(FirstDirectory),
        .. EncodedNumber.Little16(1),
        .. EncodedNumber.Little16(LocationTag), .. EncodedNumber.Little16(LongType), .. EncodedNumber.Little32(1), .. EncodedNumber.Little32(26),
        .. EncodedNumber.Little32(0),
    ];
}
