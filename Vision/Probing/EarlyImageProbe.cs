using Contracts;

namespace Vision.Probing;

/// <summary>
/// Checks the format and the size of one image while its bytes arrive, so that it can be refused before its body ends.
/// What it refuses <see cref="ImageProbe.Read"/> refuses with the same code, and what it tells <see cref="ImageProbe.Read"/> tells too.
/// </summary>
/// <remarks>
/// Another format is refused by the first byte that fits none of the four, after at most 12 bytes. The size is known after
/// 29 bytes of PNG, 30 of WebP and 13 of GIF; in JPEG it follows the metadata, which have no bound but that of the file.
/// The place in the file is kept, so all calls together cost what one call on the whole file does.
/// </remarks>
public sealed class EarlyImageProbe
{
    private int position;
    private ImageDimensions? found;

    /// <summary>Looks at the bytes that are there.</summary>
    /// <param name="prefix">All bytes of the file so far, from its first one; never fewer than in the call before.</param>
    /// <param name="dimensions">The format and the size as stored, in pixels.</param>
    /// <returns>True when the size is known and within <see cref="ImageLimits"/>; false while more bytes are needed.</returns>
    /// <exception cref="ProblemException">
    /// <see cref="ErrorCodes.InvalidImage"/>: none of the four formats, or a corrupt header;
    /// <see cref="ErrorCodes.ImageDimensions"/>: a size out of <see cref="ImageLimits"/>.
    /// </exception>
    public bool TryRead(ReadOnlySpan<byte> prefix, out ImageDimensions dimensions)
    {
        if (found is null && ImageProbe.TryReadDimensions(prefix, ref position, out var read))
        {
            found = read;
        }

        dimensions = found.GetValueOrDefault();
        return found is not null;
    }
}
