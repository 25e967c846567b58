using System.Numerics;
using Contracts;

namespace Vision.Text.Geometry;

/// <summary>The pixels of the upright image, in which places are told.</summary>
/// <param name="Size">Width and height.</param>
internal readonly record struct ImageFrame(Vector2 Size)
{
    /// <summary>The corners of a place in whole pixels; those beside the image are moved to its edge.</summary>
    public PixelPoint[] Corners(Quadrilateral place)
    {
        var last = Size - Vector2.One;
        return [.. new[] { place.First, place.Second, place.Third, place.Fourth }
            .Select(corner => Vector2.Clamp(corner, Vector2.Zero, last))
            .Select(static corner => new PixelPoint((int)MathF.Round(corner.X), (int)MathF.Round(corner.Y)))];
    }
}
