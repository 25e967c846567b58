using System.Globalization;
using System.Runtime.InteropServices;
using Contracts;

namespace Vision.Probing;

/// <summary>What the first bytes of an image say: its format and its size as stored.</summary>
/// <param name="Format">The format, told by the content.</param>
/// <param name="Width">Width in pixels as stored, 1 to <see cref="ImageLimits.MaximumSidePixels"/>.</param>
/// <param name="Height">Height in pixels as stored, 1 to <see cref="ImageLimits.MaximumSidePixels"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ImageDimensions(ImageFormat Format, int Width, int Height)
{
    /// <summary>Takes a size that a file claims, if it is within <see cref="ImageLimits"/>.</summary>
    /// <exception cref="ProblemException"><see cref="ErrorCodes.ImageDimensions"/>: a side is zero or too long, or there are too many pixels.</exception>
    internal static ImageDimensions WithinLimits(ImageFormat format, long width, long height)
    {
        if (width is < 1 or > ImageLimits.MaximumSidePixels
            || height is < 1 or > ImageLimits.MaximumSidePixels
            || width * height > ImageLimits.MaximumPixels)
        {
            throw new ProblemException(ErrorCodes.ImageDimensions, string.Create(
                CultureInfo.InvariantCulture,
                $"The image is {width} × {height} pixels; a side may be 1 to {ImageLimits.MaximumSidePixels:N0} pixels, the whole at most {ImageLimits.MaximumPixels:N0}."));
        }

        return new ImageDimensions(format, (int)width, (int)height);
    }
}
