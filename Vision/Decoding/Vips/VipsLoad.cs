using Contracts;
using NetVips;
using Vision.Decoding.Profiles;
using Vision.Probing;

namespace Vision.Decoding.Vips;

/// <summary>Opens an image with libvips, strictly, and reduced while it is decoded where its format can do that.</summary>
internal static class VipsLoad
{
    public static Image Open(EncodedImage image, PixelRequest request)
    {
        // Equalisation reads the pixels twice, so it cannot take them in one pass from top to bottom.
        var access = request.Equalize == Equalization.None ? Enums.Access.Sequential : Enums.Access.Random;
        var options = new VOption();
        if (image.Header.Format == ImageFormat.Jpeg)
        {
            options.Add("shrink", JpegReduction.For(image.Header, request));
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
}
