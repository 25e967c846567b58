using System.Buffers;
using Contracts;
using Vision.Decoding.Profiles;
using Vision.Decoding.Resizing;
using Vision.Probing;

namespace Vision.Decoding.Turbo;

/// <summary>
/// Decodes ordinary JPEG files on libturbojpeg, which takes half the time of a pipeline that can do everything. Every other image
/// is left to another decoder, also each in which anything is wrong, so that there is one judge of what is corrupt.
/// </summary>
/// <param name="other">Decodes what this one does not.</param>
internal sealed class TurboJpegDecoder(IImageDecoder other) : IImageDecoder
{
    /// <summary>The most that is decoded as a whole: long and narrow images are reduced by less than they have pixels.</summary>
    private const int LargestPicture = 16 * 1024 * 1024;

    /// <summary>Whether this machine has the library, and instructions for the resize.</summary>
    public static bool IsSupported => SeparableResize.IsSupported && TurboJpegLibrary.IsPresent;

    public PixelBuffer Decode(EncodedImage image, PixelRequest request) => TryDecode(image, request) ?? other.Decode(image, request);

    private static PixelBuffer? TryDecode(EncodedImage image, PixelRequest request)
    {
        if (image.Header.Format != ImageFormat.Jpeg || request.Equalize != Equalization.None || !TryReadProfile(image, out var profile))
        {
            return null;
        }

        var asStored = UprightTransform.AsStored(request, image.Header);
        var reduction = JpegReduction.For(image.Header, asStored);
        var (width, height) = (JpegReduction.Side(image.Header.Width, reduction), JpegReduction.Side(image.Header.Height, reduction));
        var room = SeparableResize.RoomFor(width, height);
        if (room > LargestPicture)
        {
            return null;
        }

        var picture = ArrayPool<byte>.Shared.Rent((int)room);
        try
        {
            if (!TryDecode(image, picture, width, height, mayBeGray: profile is null))
            {
                return null;
            }

            var pixels = Resize(picture, width, image.Header, reduction, asStored);
            profile?.ConvertToSrgb(pixels.Span);
            return UprightTransform.Apply(pixels, image.Header);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(picture);
        }
    }

    /// <summary>False if there is a profile that this one cannot compute.</summary>
    private static bool TryReadProfile(EncodedImage image, out MatrixProfile? profile)
    {
        profile = null;
        return ColorProfile.TryRead(image, out var bytes) && (bytes is null || (profile = MatrixProfile.Read(bytes)) is not null);
    }

    // What is grey comes as three colours, to which a profile for grey does not fit.
    private static bool TryDecode(EncodedImage image, byte[] picture, int width, int height, bool mayBeGray)
    {
        var file = image.Bytes.Span;
        using var handle = TurboJpegLibrary.Create();
        return TurboJpegLibrary.ReadHeader(handle, file, (nuint)file.Length, out var storedWidth, out var storedHeight, out _, out var colors) == 0
            && (storedWidth, storedHeight) == (image.Header.Width, image.Header.Height)
            && (colors is TurboJpegColors.LumaAndChroma or TurboJpegColors.Rgb || (mayBeGray && colors == TurboJpegColors.Gray))
            && TurboJpegLibrary.Decode(
                handle, file, (nuint)file.Length, picture, width, pitch: 0, height, TurboJpegLibrary.Rgb, TurboJpegLibrary.StopOnWarning | TurboJpegLibrary.LimitScans) == 0;
    }

    private static PixelBuffer Resize(byte[] picture, int width, ImageHeader header, int reduction, PixelRequest request)
    {
        // The part of the image as it is stored: on the reduced one its sides would be rounded to several pixels.
        var crop = CropRectangle.Of(header.Width, header.Height, request.Crop, request.CropFraction);
        var across = new LinePart(crop.Left, crop.Width).Reduced(reduction);
        var down = new LinePart(crop.Top, crop.Height).Reduced(reduction);
        var pixels = new PixelBuffer(request.Width, request.Height);
        SeparableResize.Apply(picture, width, across, down, request.Kernel, pixels);
        return pixels;
    }
}
