using System.Numerics;
using Vision.Text.Geometry;

namespace Vision.Text;

/// <summary>
/// From top to bottom, and from left to right within a line; as a reader sees it who turns the page until most of its text is
/// level.
/// </summary>
internal static class ReadingOrder
{
    /// <summary>Two places are in one line if their centres are nearer than this share of the lower one's height.</summary>
    private const float SameLine = 0.5f;

    /// <param name="places">The places in the direction of their text.</param>
    /// <returns>The numbers of the places in reading order.</returns>
    public static IReadOnlyList<int> Of(IReadOnlyList<Quadrilateral> places)
    {
        var right = MainDirection(places);
        var down = new Vector2(-right.Y, right.X);
        var order = new List<int>(places.Count);
        var line = new List<int>();
        foreach (var next in Enumerable.Range(0, places.Count).OrderBy(i => Vector2.Dot(places[i].Center, down)))
        {
            if (line.Count > 0 && !IsSameLine(places[line[0]], places[next], down))
            {
                order.AddRange(line.OrderBy(i => Vector2.Dot(places[i].Center, right)));
                line.Clear();
            }

            line.Add(next);
        }

        order.AddRange(line.OrderBy(i => Vector2.Dot(places[i].Center, right)));
        return order;
    }

    private static bool IsSameLine(Quadrilateral a, Quadrilateral b, Vector2 down) =>
        Math.Abs(Vector2.Dot(a.Center - b.Center, down)) < SameLine * Math.Min(a.Height, b.Height);

    /// <summary>The mean direction of the text among the half, third or quarter of it that runs to the same side.</summary>
    private static Vector2 MainDirection(IReadOnlyList<Quadrilateral> places)
    {
        Span<Vector2> sums = [Vector2.Zero, Vector2.Zero, Vector2.Zero, Vector2.Zero];
        foreach (var place in places)
        {
            var direction = place.Direction;
            var isLevel = Math.Abs(direction.X) >= Math.Abs(direction.Y);
            var side = isLevel ? (direction.X >= 0 ? 0 : 1) : (direction.Y >= 0 ? 2 : 3);
            sums[side] += direction * place.Width;
        }

        var longest = Vector2.Zero;
        foreach (var sum in sums)
        {
            longest = sum.LengthSquared() > longest.LengthSquared() ? sum : longest;
        }

        return longest == Vector2.Zero ? Vector2.UnitX : Vector2.Normalize(longest);
    }
}
