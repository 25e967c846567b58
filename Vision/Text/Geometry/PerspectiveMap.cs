using System.Numerics;

namespace Vision.Text.Geometry;

/// <summary>
/// Maps a rectangle to a quadrilateral so that straight lines stay straight (Heckbert, "Fundamentals of Texture Mapping and Image
/// Warping", 1989, 2.2.3): u = (a x + b y + c) / (g x + h y + 1), v = (d x + e y + f) / (g x + h y + 1).
/// </summary>
internal readonly struct PerspectiveMap
{
    private readonly Vector3 ofX;
    private readonly Vector3 ofY;
    private readonly Vector3 constant;

    /// <param name="width">Width of the rectangle, whose upper left corner is the origin.</param>
    /// <param name="height">Its height.</param>
    /// <param name="target">Where its corners go; a convex quadrilateral.</param>
    public PerspectiveMap(float width, float height, Quadrilateral target)
    {
        var (p0, p1, p2, p3) = (target.First, target.Second, target.Third, target.Fourth);
        var sum = p0 - p1 + p2 - p3;
        var (g, h) = (0f, 0f);
        if (sum != Vector2.Zero)
        {
            var (e1, e2) = (p1 - p2, p3 - p2);
            var determinant = Cross(e1, e2);
            (g, h) = (Cross(sum, e2) / determinant, Cross(e1, sum) / determinant);
        }

        ofX = new Vector3(p1 - p0 + (g * p1), g) / width;
        ofY = new Vector3(p3 - p0 + (h * p3), h) / height;
        constant = new Vector3(p0, 1);
    }

    /// <summary>Where a point of the rectangle goes.</summary>
    public Vector2 Map(float x, float y)
    {
        var point = (ofX * x) + (ofY * y) + constant;
        return new Vector2(point.X, point.Y) / point.Z;
    }

    private static float Cross(Vector2 a, Vector2 b) => (a.X * b.Y) - (a.Y * b.X);
}
