using Contracts;

namespace Vision.Detection;

/// <summary>A box in shares of an image's sides: 0 is the left or upper edge, 1 the right or lower one.</summary>
/// <param name="Left">Its left edge.</param>
/// <param name="Top">Its upper edge.</param>
/// <param name="Right">Its right edge.</param>
/// <param name="Bottom">Its lower edge.</param>
internal readonly record struct UnitBox(float Left, float Top, float Right, float Bottom)
{
    /// <summary>How many numbers a detector gives for a box: x1, y1, x2, y2.</summary>
    public const int Numbers = 4;

    /// <summary>Whether it covers nothing. So does one of numbers that are none.</summary>
    public bool IsEmpty => !(Area > 0);

    private float Area => Math.Max(0, Right - Left) * Math.Max(0, Bottom - Top);

    /// <summary>Reads one of a detector's boxes; what reaches beyond the image is cut off.</summary>
    /// <param name="boxes">Values of shape [rows, 4].</param>
    /// <param name="row">Which one.</param>
    public static UnitBox At(ReadOnlySpan<float> boxes, int row)
    {
        var box = boxes.Slice(row * Numbers, Numbers);
        return new UnitBox(Inside(box[0]), Inside(box[1]), Inside(box[2]), Inside(box[3]));
    }

    /// <summary>
    /// Intersection over union, the Jaccard index of the two areas, 0 to 1 (Everingham et al., The Pascal Visual Object Classes
    /// Challenge, 2010, 4.2). Stretching the image does not change it.
    /// </summary>
    public float OverlapWith(UnitBox other)
    {
        var shared = new UnitBox(
            Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom)).Area;
        var union = Area + other.Area - shared;
        return union > 0 ? shared / union : 0;
    }

    /// <summary>The same box in whole pixels, at least one each way.</summary>
    /// <param name="width">Width of the image in pixels.</param>
    /// <param name="height">Height of the image in pixels.</param>
    public BoundingBox InPixels(int width, int height)
    {
        var (x, right) = Edges(Left, Right, width);
        var (y, bottom) = Edges(Top, Bottom, height);
        return new BoundingBox(x, y, right - x, bottom - y);
    }

    private static float Inside(float share) => Math.Clamp(share, 0, 1);

    private static (int First, int End) Edges(float first, float end, int side)
    {
        var start = Math.Clamp((int)MathF.Round(first * side), 0, side - 1);
        return (start, Math.Clamp((int)MathF.Round(end * side), start + 1, side));
    }
}
