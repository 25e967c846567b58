using ApiService.Compatibility.Google.Responses;
using Contracts;

namespace ApiService.Compatibility.Google.Mapping;

/// <summary>The engine's boxes as Google's polygons: four corners from the upper left one on, within the image.</summary>
internal static class Polygons
{
    public static BoundingPoly Of(BoundingBox box, ImageReport image) =>
        Of([.. Corners(box)], image);

    /// <summary>The corners of text, which begin where the text does.</summary>
    public static BoundingPoly Of(IReadOnlyList<PixelPoint> corners, ImageReport image) =>
        new([.. corners.Select(corner => new Vertex(Math.Clamp(corner.X, 0, image.Width), Math.Clamp(corner.Y, 0, image.Height)))]);

    public static NormalizedPoly Normalized(BoundingBox box, ImageReport image) => new([.. Corners(box).Select(corner =>
        new NormalizedVertex(Math.Clamp((float)corner.X / image.Width, 0, 1), Math.Clamp((float)corner.Y / image.Height, 0, 1)))]);

    /// <summary>The upright rectangle round several shapes.</summary>
    public static BoundingPoly Round(IEnumerable<IReadOnlyList<PixelPoint>> shapes, ImageReport image)
    {
        var corners = shapes.SelectMany(static shape => shape).ToList();
        var (left, top) = (corners.Min(static corner => corner.X), corners.Min(static corner => corner.Y));
        var (right, bottom) = (corners.Max(static corner => corner.X), corners.Max(static corner => corner.Y));
        return Of(new BoundingBox(left, top, right - left, bottom - top), image);
    }

    private static IEnumerable<PixelPoint> Corners(BoundingBox box)
    {
        var (right, bottom) = (box.X + box.Width, box.Y + box.Height);
        return [new(box.X, box.Y), new(right, box.Y), new(right, bottom), new(box.X, bottom)];
    }
}
