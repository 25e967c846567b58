using Vision;
using Vision.Decoding;

namespace Tests.Fixtures;

/// <summary>A decoder that counts how often it is asked.</summary>
internal sealed class WatchedDecoder(IImageDecoder inner) : IImageDecoder
{
    public int Calls { get; private set; }

    public PixelBuffer Decode(EncodedImage image, PixelRequest request)
    {
        Calls++;
        return inner.Decode(image, request);
    }
}
