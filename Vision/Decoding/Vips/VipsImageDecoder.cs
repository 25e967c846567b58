using Contracts;
using NetVips;
using Vision.Decoding.Profiles;

namespace Vision.Decoding.Vips;

/// <summary>
/// Decodes on libvips without its threads: the file is read from top to bottom, cropped and resized on the way, and the result
/// is pulled through a region in stripes, so that memory depends on the result and not on the image.
/// </summary>
internal sealed class VipsImageDecoder : IImageDecoder
{
    /// <summary>A stripe comes as an array of its own, which stays below the 85 KB from where arrays are expensive to collect.</summary>
    private const int StripeBytes = 64 * 1024;

    public VipsImageDecoder() => VipsLibrary.Configure();

    public PixelBuffer Decode(EncodedImage image, PixelRequest request)
    {
        try
        {
            return UprightTransform.Apply(DecodeStored(image, UprightTransform.AsStored(request, image.Header)), image.Header);
        }
        catch (VipsException exception)
        {
            throw new ProblemException(ErrorCodes.InvalidImage, "The image is corrupt or cut off.", exception);
        }
    }

    private static PixelBuffer DecodeStored(EncodedImage image, PixelRequest request)
    {
        using var steps = new VipsSteps(VipsLoad.Open(image, request));
        steps.FlattenOnWhite();
        MatrixProfile? profile = null;
        if (request.Equalize == Equalization.None)
        {
            profile = steps.TakeMatrixProfile();
        }
        else
        {
            steps.Shrink(request);
            steps.ConvertToSrgb();
            steps.Equalize(request.Equalize);
        }

        steps.CropAndResize(request);
        steps.ConvertToSrgb();
        var pixels = Pull(steps.Current);
        profile?.ConvertToSrgb(pixels.Span);
        return pixels;
    }

    private static PixelBuffer Pull(Image image)
    {
        var pixels = new PixelBuffer(image.Width, image.Height);
        try
        {
            using var region = Region.New(image);
            var target = pixels.Span;
            var rows = Math.Max(1, StripeBytes / (image.Width * PixelBuffer.Channels));
            for (var top = 0; top < image.Height; top += rows)
            {
                var stripe = region.Fetch(0, top, image.Width, Math.Min(rows, image.Height - top));
                stripe.CopyTo(target);
                target = target[stripe.Length..];
            }

            return pixels;
        }
        catch
        {
            pixels.Dispose();
            throw;
        }
    }
}
