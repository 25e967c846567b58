using System.Buffers;
using System.Numerics;
using Vision.Text.Geometry;

namespace Vision.Text.Detection;

/// <summary>Room for the outline of one component after the other.</summary>
internal sealed class ComponentOutline : IDisposable
{
    private readonly int[] left;
    private readonly int[] right;
    private readonly Vector2[] hull;

    /// <param name="height">Rows of the map.</param>
    public ComponentOutline(int height)
    {
        left = ArrayPool<int>.Shared.Rent(height + 1);
        right = ArrayPool<int>.Shared.Rent(height + 1);
        hull = ArrayPool<Vector2>.Shared.Rent(2 * (height + 1));
    }

    /// <summary>The smallest rectangle around the pixels of a component; pixel (x, y) reaches to (x + 1, y + 1).</summary>
    public RotatedRectangle RectangleAround(ConnectedComponents components, int first)
    {
        // A row lies between two lines, so there is one line more than rows.
        var (top, lines) = (components[first].Row, components[first].Bottom - components[first].Row + 2);
        left.AsSpan(0, lines).Fill(int.MaxValue);
        right.AsSpan(0, lines).Fill(int.MinValue);
        for (var run = first; run >= 0; run = components[run].Next)
        {
            ref readonly var pixels = ref components[run];
            for (var line = pixels.Row - top; line <= pixels.Row - top + 1; line++)
            {
                left[line] = Math.Min(left[line], pixels.Start);
                right[line] = Math.Max(right[line], pixels.End);
            }
        }

        var count = ConvexHull.Write(left.AsSpan(0, lines), right.AsSpan(0, lines), top, hull);
        return MinimumAreaRectangle.Around(hull.AsSpan(0, count));
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(left);
        ArrayPool<int>.Shared.Return(right);
        ArrayPool<Vector2>.Shared.Return(hull);
    }
}
