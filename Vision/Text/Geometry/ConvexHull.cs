using System.Numerics;

namespace Vision.Text.Geometry;

/// <summary>The convex hull of an area that is given by its left and right edge in each row (Andrew's monotone chain, along y).</summary>
internal static class ConvexHull
{
    /// <summary>Writes the corners of the hull, clockwise as one sees them.</summary>
    /// <param name="left">The leftmost place on each horizontal line, from top to bottom.</param>
    /// <param name="right">The rightmost one, greater than that on the left.</param>
    /// <param name="top">The y of the first line; the others follow at a distance of 1.</param>
    /// <param name="hull">Receives the corners; it has room for twice as many as there are lines.</param>
    /// <returns>How many corners there are.</returns>
    public static int Write(ReadOnlySpan<int> left, ReadOnlySpan<int> right, int top, Span<Vector2> hull)
    {
        var count = 0;
        for (var i = 0; i < right.Length; i++)
        {
            count = Append(hull, 0, count, new Vector2(right[i], top + i));
        }

        var start = count;
        for (var i = left.Length - 1; i >= 0; i--)
        {
            count = Append(hull, start, count, new Vector2(left[i], top + i));
        }

        return count;
    }

    /// <summary>Adds a point to the chain that begins at <paramref name="start"/>, and takes out those that it leaves inside.</summary>
    private static int Append(Span<Vector2> hull, int start, int count, Vector2 point)
    {
        while (count - start >= 2 && !TurnsRight(hull[count - 2], hull[count - 1], point))
        {
            count--;
        }

        hull[count] = point;
        return count + 1;
    }

    private static bool TurnsRight(Vector2 a, Vector2 b, Vector2 c) =>
        ((b.X - a.X) * (c.Y - b.Y)) - ((b.Y - a.Y) * (c.X - b.X)) > 0;
}
