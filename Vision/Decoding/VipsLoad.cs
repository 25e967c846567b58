using Contracts;
using NetVips;
using Vision.Probing;

namespace Vision.Decoding;

/// <summary>Opens an image with libvips, strictly, and reduced while it is decoded where its format can do that.</summary>
internal static class VipsLoad
{
    /// <summary>The reductions that the discrete cosine transform of JPEG gives for free, greatest first.</summary>
    private static readonly int[] JpegReductions = [8, 4, 2];

    public static Image Open(EncodedImage image, PixelRequest request)
    {
        // Equalisation reads the pixels twice, so it cannot take them in one pass from top to bottom.
        var access = request.Equalize == Equalization.None ? Enums.Access.Sequential : Enums.Access.Random;
        var options = new VOption();
        if (image.Header.Format == ImageFormat.Jpeg && ReductionFor(image.Header, request) is { } reduction)
        {
            options.Add("shrink", reduction);
        }

        var loaded = Load(image, access, options);
        return image.Header.Format == ImageFormat.Gif ? OnItsScreen(loaded, image.Header)
            : ColorProfile.IsOverLimit(image) ? WithoutProfile(loaded)
            : loaded;
    }

    // The library keeps a copy of its own of the bytes.
    private static Image Load(EncodedImage image, Enums.Access access, VOption options)
    {
        using var png = image.Header.Format == ImageFormat.Png ? new PngPicture(image.Bytes) : null;
        return Image.NewFromBuffer(
            (png?.Bytes ?? image.Bytes).Span, access: access, failOn: Enums.FailOn.Truncated, kwargs: options);
    }

    private static Image WithoutProfile(Image loaded)
    {
        using (loaded)
        {
            return loaded.Mutate(static image => image.Remove(ColorProfile.Field));
        }
    }

    // libvips takes the frames' own extent where it differs from the screen that the header announces.
    private static Image OnItsScreen(Image loaded, ImageHeader header)
    {
        if (loaded.Width == header.Width && loaded.Height == header.Height)
        {
            return loaded;
        }

        using (loaded)
        {
            return loaded.Embed(0, 0, header.Width, header.Height, extend: Enums.Extend.White);
        }
    }

    /// <summary>
    /// The greatest reduction that still leaves twice the pixels that are needed on each side: the filter of the resize
    /// then decides how the result looks, not the cosine transform.
    /// </summary>
    private static int? ReductionFor(ImageHeader header, PixelRequest request)
    {
        var crop = CropRectangle.Of(header.Width, header.Height, request.Crop, request.CropFraction);
        var scale = Math.Min(crop.Width / (double)request.Width, crop.Height / (double)request.Height);
        foreach (var reduction in JpegReductions)
        {
            if (scale >= 2 * reduction)
            {
                return reduction;
            }
        }

        return null;
    }
}
