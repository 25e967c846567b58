using Contracts;

namespace ApiService.Compatibility.Azure.Results;

/// <summary>A place in the image.</summary>
internal sealed record ImagePoint(int X, int Y)
{
    /// <summary>The corners of a polygon, in the same order.</summary>
    public static IReadOnlyList<ImagePoint> Polygon(IReadOnlyList<PixelPoint> corners) =>
        [.. corners.Select(static corner => new ImagePoint(corner.X, corner.Y))];
}
