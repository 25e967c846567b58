using Vision.Decoding;
using Vision.Decoding.Turbo;

namespace Load.Engines;

/// <summary>libjpeg-turbo by itself: decodes a JPEG at a part of its size, and does nothing more.</summary>
internal sealed class TurboReference : IDisposable
{
    private readonly TurboJpegHandle decompressor = TurboJpegLibrary.Create();
    private readonly byte[] pixels;
    private readonly int width;
    private readonly int height;

    /// <param name="imageWidth">Width in pixels of the images.</param>
    /// <param name="imageHeight">Height in pixels of the images.</param>
    /// <param name="reduction">1, 2, 4 or 8: by how much each side is reduced.</param>
    public TurboReference(int imageWidth, int imageHeight, int reduction)
    {
        (width, height) = (JpegReduction.Side(imageWidth, reduction), JpegReduction.Side(imageHeight, reduction));
        pixels = new byte[width * height * PixelBuffer.Channels];
    }

    public void Decode(byte[] image)
    {
        if (TurboJpegLibrary.Decode(
            decompressor, image, (nuint)image.Length, pixels, width, pitch: 0, height, TurboJpegLibrary.Rgb, flags: 0) != 0)
        {
            throw new InvalidOperationException("libjpeg-turbo could not decode the image.");
        }
    }

    public void Dispose() => decompressor.Dispose();
}
