using System.Diagnostics;
using Contracts;

namespace Vision.Probing;

/// <summary>
/// Reads what the header of an image says, and takes every byte of it for hostile: no pixel is decoded, nothing is allocated by
/// a size that the file claims, and the time is linear in the bytes that are there.
/// </summary>
public static class ImageProbe
{
    /// <summary>Reads the header of a whole file. Bytes behind the end of the image, as polyglots have them, are ignored.</summary>
    /// <param name="file">All bytes of the file.</param>
    /// <returns>The header; its size, and that of every frame, is within <see cref="ImageLimits"/>.</returns>
    /// <exception cref="ProblemException">
    /// <see cref="ErrorCodes.InvalidImage"/>: not JPEG, PNG, WebP or GIF, or its header is corrupt or cut off;
    /// <see cref="ErrorCodes.ImageDimensions"/>: a size out of <see cref="ImageLimits"/>.
    /// </exception>
    public static ImageHeader Read(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            throw InvalidImage.Empty();
        }

        if (!ImageSignature.TryIdentify(file, out var format))
        {
            throw InvalidImage.CutOff(format);
        }

        var position = 0;
        if (!TryReadDimensions(file, ref position, out var dimensions))
        {
            throw InvalidImage.CutOff(format);
        }

        return format switch
        {
            ImageFormat.Jpeg => JpegHeaderReader.Read(file, dimensions),
            ImageFormat.Png => PngHeaderReader.Read(file, dimensions),
            ImageFormat.Webp => WebpHeaderReader.Read(file, dimensions),
            ImageFormat.Gif => GifHeaderReader.Read(file, dimensions),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Reads format and size from the first bytes of a file.</summary>
    /// <param name="prefix">The bytes that are there.</param>
    /// <param name="position">How far a former call on fewer bytes of the same file came; 0 at first.</param>
    /// <param name="dimensions">The format and the size.</param>
    /// <returns>False when more bytes are needed.</returns>
    internal static bool TryReadDimensions(ReadOnlySpan<byte> prefix, ref int position, out ImageDimensions dimensions)
    {
        dimensions = default;
        return ImageSignature.TryIdentify(prefix, out var format) && format switch
        {
            ImageFormat.Jpeg => JpegHeaderReader.TryReadDimensions(prefix, ref position, out dimensions),
            ImageFormat.Png => PngHeaderReader.TryReadDimensions(prefix, out dimensions),
            ImageFormat.Webp => WebpHeaderReader.TryReadDimensions(prefix, out dimensions),
            ImageFormat.Gif => GifHeaderReader.TryReadDimensions(prefix, out dimensions),
            _ => throw new UnreachableException(),
        };
    }
}
