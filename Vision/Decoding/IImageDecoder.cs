using Contracts;

namespace Vision.Decoding;

/// <summary>Compressed bytes in, pixels out. Nothing after it sees compressed bytes, nothing before it sees pixels.</summary>
public interface IImageDecoder
{
    /// <summary>Decodes the first frame: upright, 8-bit sRGB, transparency flattened on white, cropped and resized.</summary>
    /// <param name="image">The image; its limits have been checked.</param>
    /// <param name="request">The pixels that are needed, in the upright image.</param>
    /// <returns>The pixels; the caller disposes of them.</returns>
    /// <exception cref="ProblemException"><c>invalid_image</c>: the image is corrupt or cut off.</exception>
    PixelBuffer Decode(EncodedImage image, PixelRequest request);
}
