using Vision.Decoding.Turbo;
using Vision.Decoding.Vips;

namespace Vision.Decoding;

/// <summary>The decoders of this build.</summary>
internal static class ImageDecoders
{
    /// <summary>The best one that this machine can run.</summary>
    public static IImageDecoder Best() => Available().First();

    /// <summary>All that this machine can run, the best one first. Each decodes every format.</summary>
    public static IEnumerable<IImageDecoder> Available()
    {
#if IMAGESHARP
        yield return new ImageSharp.ImageSharpDecoder();
#endif
        if (TurboJpegDecoder.IsSupported)
        {
            yield return new TurboJpegDecoder(new VipsImageDecoder());
        }

        yield return new VipsImageDecoder();
    }
}
