using Contracts;
using Vision.Decoding;
using Vision.Probing;

namespace Vision.Captions.Chat;

/// <summary>The picture as it leaves the server: upright, small, and without a word of where and when it was taken.</summary>
internal sealed class ReducedPicture(FeatureContext context)
{
    /// <summary>The long side in pixels.</summary>
    private const int LongSide = 768;

    private const int Quality = 85;

    private byte[]? jpeg;

    /// <summary>Gives the picture as JPEG, encoded at the first time.</summary>
    /// <exception cref="ProblemException"><c>invalid_image</c>: the image is corrupt.</exception>
    public async Task<ReadOnlyMemory<byte>> EncodeAsync(CancellationToken cancellationToken) =>
        jpeg ??= await Task.Run(Encode, cancellationToken);

    /// <summary>The size of an image within the limit; a smaller one keeps its own.</summary>
    public static (int Width, int Height) SizeOf(ImageHeader header)
    {
        var scale = Math.Min(1, LongSide / (double)Math.Max(header.UprightWidth, header.UprightHeight));
        return (Scaled(header.UprightWidth, scale), Scaled(header.UprightHeight, scale));
    }

    private static int Scaled(int side, double scale) => Math.Max(1, (int)Math.Round(side * scale));

    private byte[] Encode()
    {
        var (width, height) = SizeOf(context.Header);
        using var pixels = context.Decode(new PixelRequest(width, height, CropRule.None, 1, ResizeKernel.Bicubic, Equalization.None));
        return JpegEncoder.Encode(pixels, Quality);
    }
}
