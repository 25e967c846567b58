using NetVips;

namespace Vision.Decoding;

/// <summary>Writes pixels as JPEG. There is nothing in the file but the picture, since nothing else went in.</summary>
internal static class JpegEncoder
{
    /// <summary>Encodes a picture.</summary>
    /// <param name="pixels">The picture; its sides are those of a reduced image, which bounds the file.</param>
    /// <param name="quality">1 to 100, as libjpeg counts it.</param>
    public static byte[] Encode(PixelBuffer pixels, int quality)
    {
        ReadOnlyMemory<byte> memory = pixels.Memory;
        using var raw = Image.NewFromMemory(memory, pixels.Width, pixels.Height, PixelBuffer.Channels, Enums.BandFormat.Uchar);
        using var picture = raw.Copy(interpretation: Enums.Interpretation.Srgb);
        return picture.JpegsaveBuffer(q: quality, keep: Enums.ForeignKeep.None);
    }
}
