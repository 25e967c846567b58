using System.Numerics;
using System.Numerics.Tensors;
using Vision.Text.Geometry;

namespace Vision.Text.Detection;

/// <summary>How probable it is that a place holds text.</summary>
internal static class BoxScore
{
    /// <summary>The mean of a probability map over the pixels whose centres lie in a convex quadrilateral; 0 if there is none.</summary>
    /// <param name="map">Probabilities, row by row.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="place">The place; what lies beside the map does not count.</param>
    public static float Mean(ReadOnlySpan<float> map, int width, Quadrilateral place)
    {
        ReadOnlySpan<Vector2> corners = [place.First, place.Second, place.Third, place.Fourth];
        var (top, bottom) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (var corner in corners)
        {
            (top, bottom) = (Math.Min(top, corner.Y), Math.Max(bottom, corner.Y));
        }

        var (sum, count) = (0.0, 0);
        var last = Math.Min((int)bottom, (map.Length / width) - 1);
        for (var row = Math.Max(0, (int)top); row <= last; row++)
        {
            var (left, right) = Cut(corners, row + 0.5f);
            var start = Math.Max(0, (int)Math.Ceiling(left - 0.5f));
            var end = Math.Min(width, (int)Math.Floor(right - 0.5f) + 1);
            if (end > start)
            {
                sum += TensorPrimitives.Sum(map.Slice((row * width) + start, end - start));
                count += end - start;
            }
        }

        return count == 0 ? 0 : (float)(sum / count);
    }

    /// <summary>Where a horizontal line enters and leaves; nothing (left greater than right) if it does not meet the place.</summary>
    private static (float Left, float Right) Cut(ReadOnlySpan<Vector2> corners, float y)
    {
        var (left, right) = ((float)int.MaxValue, (float)int.MinValue);
        for (var i = 0; i < corners.Length; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % corners.Length]);
            if ((a.Y <= y) != (b.Y <= y))
            {
                var x = a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X));
                (left, right) = (Math.Min(left, x), Math.Max(right, x));
            }
        }

        return (left, right);
    }
}
