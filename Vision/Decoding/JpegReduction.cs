using Vision.Probing;

namespace Vision.Decoding;

/// <summary>The reductions that the discrete cosine transform of JPEG gives for free.</summary>
internal static class JpegReduction
{
    private static readonly int[] GreatestFirst = [8, 4, 2];

    /// <summary>
    /// The greatest reduction that still leaves twice the pixels that are needed on each side, or 1: the filter of the resize
    /// then decides how the result looks, not the cosine transform.
    /// </summary>
    public static int For(ImageHeader header, PixelRequest request)
    {
        var crop = CropRectangle.Of(header.Width, header.Height, request.Crop, request.CropFraction);
        var scale = Math.Min(crop.Width / (double)request.Width, crop.Height / (double)request.Height);
        foreach (var reduction in GreatestFirst)
        {
            if (scale >= 2 * reduction)
            {
                return reduction;
            }
        }

        return 1;
    }

    /// <summary>A side of the reduced picture.</summary>
    public static int Side(int side, int reduction) => (side + reduction - 1) / reduction;
}
