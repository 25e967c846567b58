using System.Numerics;

namespace Vision.Text.Geometry;

/// <summary>
/// The smallest rectangle around a convex polygon. One of its sides lies on a side of the polygon (Freeman and Shapira, 1975),
/// and while that side goes round, the points that touch the other three only go forward (rotating calipers; Toussaint, 1983).
/// </summary>
internal static class MinimumAreaRectangle
{
    /// <param name="hull">The corners, clockwise as one sees them, no three on one line.</param>
    public static RotatedRectangle Around(ReadOnlySpan<Vector2> hull)
    {
        var best = default(RotatedRectangle);
        var smallest = float.PositiveInfinity;
        var (right, bottom, left) = (1, 1, 1);
        for (var i = 0; i < hull.Length; i++)
        {
            // y points down, so the inside of a clockwise polygon lies in the direction of the normal.
            var direction = Vector2.Normalize(hull[(i + 1) % hull.Length] - hull[i]);
            var normal = new Vector2(-direction.Y, direction.X);
            right = Farthest(hull, direction, right);
            bottom = Farthest(hull, normal, i == 0 ? right : bottom);
            left = Farthest(hull, -direction, i == 0 ? bottom : left);

            var (first, last) = (Vector2.Dot(hull[left], direction), Vector2.Dot(hull[right], direction));
            var (near, far) = (Vector2.Dot(hull[i], normal), Vector2.Dot(hull[bottom], normal));
            var area = (last - first) * (far - near);
            if (area < smallest)
            {
                smallest = area;
                var center = (direction * ((first + last) / 2)) + (normal * ((near + far) / 2));
                best = new RotatedRectangle(center, direction, last - first, far - near);
            }
        }

        return best;
    }

    /// <summary>Goes forward from a corner as long as the next one lies farther in a direction.</summary>
    private static int Farthest(ReadOnlySpan<Vector2> hull, Vector2 direction, int from)
    {
        var next = (from + 1) % hull.Length;
        while (Vector2.Dot(hull[next], direction) > Vector2.Dot(hull[from], direction))
        {
            from = next;
            next = (from + 1) % hull.Length;
        }

        return from;
    }
}
