using Contracts;
using Vision.Probing;

namespace Vision;

/// <summary>Describes an image to its sender.</summary>
public static class ImageReports
{
    /// <summary>Below this shorter side the models see more of the enlargement than of the picture.</summary>
    private const int LowResolutionPixels = 64;

    /// <summary>Reports on a received image.</summary>
    /// <param name="image">The image.</param>
    public static ImageReport Of(EncodedImage image) => new()
    {
        Format = NameOf(image.Header.Format),
        Width = image.Header.UprightWidth,
        Height = image.Header.UprightHeight,
        Bytes = image.Bytes.Length,
        Orientation = image.Header.Orientation,
        Frames = image.Header.Frames,
        HasAlpha = image.Header.HasAlpha,
        Warnings = [.. Warnings(image.Header)],
    };

    internal static string NameOf(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "jpeg",
        ImageFormat.Png => "png",
        ImageFormat.Webp => "webp",
        ImageFormat.Gif => "gif",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
    };

    private static IEnumerable<string> Warnings(ImageHeader header)
    {
        if (header.Frames > 1)
        {
            yield return ImageWarnings.Animated;
        }

        if (header.HasAlpha)
        {
            yield return ImageWarnings.TransparencyFlattened;
        }

        if (header.HasLocation)
        {
            yield return ImageWarnings.Location;
        }

        if (Math.Min(header.Width, header.Height) < LowResolutionPixels)
        {
            yield return ImageWarnings.LowResolution;
        }
    }
}
