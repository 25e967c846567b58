namespace Tests.Fixtures;

/// <summary>Real files whose headers claim another size than their pixels have, by the name of the format.</summary>
internal static class PatchedSize
{
    private const int PngWidth = 16;
    private const int GifWidth = 6;

    /// <summary>One file a format that can say the size.</summary>
    public static IReadOnlyDictionary<string, byte[]> Of(uint width, uint height)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["png"] = Png(width, height) };
        if (width <= ushort.MaxValue && height <= ushort.MaxValue)
        {
            files["jpeg"] = Jpeg((int)width, (int)height);
            files["gif"] = With(EncodedPicture.Gif(), GifWidth, [.. EncodedNumber.Little16((int)width), .. EncodedNumber.Little16((int)height)]);
        }

        if (width is > 0 and <= 1 << 24 && height is > 0 and <= 1 << 24)
        {
            files["webp"] = WebpFile.Container(
                [.. WebpFile.Canvas((int)width, (int)height), .. WebpFile.BitstreamOf(EncodedPicture.Webp(isLossless: true))]);
        }

        return files;
    }

    private static byte[] Png(uint width, uint height)
    {
        var file = With(EncodedPicture.Png(), PngWidth, [.. EncodedNumber.Big32(width), .. EncodedNumber.Big32(height)]);
        PngChecksum.Repair(file);
        return file;
    }

    private static byte[] Jpeg(int width, int height)
    {
        var file = EncodedPicture.Jpeg();
        var frame = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, JpegFile.BaselineFrame, 0, 17, 8]);
        return With(file, frame + 5, [.. EncodedNumber.Big16(height), .. EncodedNumber.Big16(width)]);
    }

    private static byte[] With(byte[] file, int place, byte[] bytes)
    {
        bytes.CopyTo(file, place);
        return file;
    }
}
