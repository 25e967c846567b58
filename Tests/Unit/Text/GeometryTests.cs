using System.Numerics;
using Vision.Text.Geometry;
using Xunit;

namespace Tests.Unit.Text;

/// <summary>What holds for every shape. The cases are random, and the same ones each time.</summary>
public sealed class GeometryTests
{
    private const int Cases = 300;
    private const float Precision = 0.02f;

    [Fact]
    public void Write_of_a_hull_is_convex_and_holds_every_edge()
    {
        var random = new Random(1);
        for (var i = 0; i < Cases; i++)
        {
            var (left, right) = Edges(random);
            var hull = HullOf(left, right);
            for (var corner = 0; corner < hull.Length; corner++)
            {
                Assert.True(Side(hull, corner, hull[(corner + 2) % hull.Length]) > 0, "Three corners turn left or lie on a line.");
                for (var line = 0; line < left.Length; line++)
                {
                    Assert.True(Side(hull, corner, new Vector2(left[line], line)) >= 0, "An edge on the left is outside.");
                    Assert.True(Side(hull, corner, new Vector2(right[line], line)) >= 0, "An edge on the right is outside.");
                }
            }
        }
    }

    [Fact]
    public void Around_a_hull_holds_it_and_no_direction_needs_less()
    {
        var random = new Random(2);
        for (var i = 0; i < Cases; i++)
        {
            var (left, right) = Edges(random);
            var hull = HullOf(left, right);
            var rectangle = MinimumAreaRectangle.Around(hull);
            var (width, height) = Extent(hull, rectangle.Axis);
            Assert.Equal(width, rectangle.Width, Precision);
            Assert.Equal(height, rectangle.Height, Precision);
            foreach (var corner in hull)
            {
                var place = corner - rectangle.Center;
                Assert.InRange(Math.Abs(Vector2.Dot(place, rectangle.Axis)), 0, (width / 2) + Precision);
                Assert.InRange(Math.Abs(Vector2.Dot(place, Normal(rectangle.Axis))), 0, (height / 2) + Precision);
            }

            for (var degrees = 0; degrees < 180; degrees++)
            {
                var (along, across) = Extent(hull, DirectionOf(degrees));
                Assert.True(along * across >= (width * height) - (Precision * (width + height)), $"{degrees}° needs less.");
            }
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(30, 30)]
    [InlineData(44, 44)]
    [InlineData(46, -44)]
    [InlineData(90, 0)]
    [InlineData(135.5, -44.5)]
    [InlineData(180, 0)]
    [InlineData(-30, -30)]
    public void Axis_of_a_rectangle_in_any_direction_points_to_the_right(float given, float expected)
    {
        var rectangle = new RotatedRectangle(new Vector2(10, 20), DirectionOf(given), 8, 4);
        Assert.Equal(expected, Math.Atan2(rectangle.Axis.Y, rectangle.Axis.X) * 180 / Math.PI, 0.01);
        Assert.Equal(32, rectangle.Width * rectangle.Height, Precision);
        var corners = rectangle.Corners;
        Assert.True(corners.First.X < corners.Second.X && corners.First.Y < corners.Fourth.Y);
        Assert.Equal(rectangle.Center.X, corners.Center.X, Precision);
        Assert.Equal(rectangle.Width, corners.Width, Precision);
        Assert.Equal(rectangle.Height, corners.Height, Precision);
    }

    [Fact]
    public void Unclip_of_a_rectangle_moves_each_side_by_area_times_ratio_over_perimeter()
    {
        // 30 x 10: 300 * 1.5 / 80 = 5.625 on each side.
        var widened = new RotatedRectangle(new Vector2(50, 40), DirectionOf(20), 30, 10).Unclip(1.5f);
        Assert.Equal(41.25f, widened.Width, Precision);
        Assert.Equal(21.25f, widened.Height, Precision);
        Assert.Equal(new Vector2(50, 40), widened.Center);
    }

    [Fact]
    public void Map_of_any_quadrilateral_keeps_corners_and_straight_lines()
    {
        var random = new Random(3);
        for (var i = 0; i < Cases; i++)
        {
            var target = Convex(random);
            var map = new PerspectiveMap(200, 48, target);
            Near(target.First, map.Map(0, 0));
            Near(target.Second, map.Map(200, 0));
            Near(target.Third, map.Map(200, 48));
            Near(target.Fourth, map.Map(0, 48));

            var (from, to) = (new Vector2(random.Next(200), random.Next(48)), new Vector2(random.Next(200), random.Next(48)));
            var (start, middle, end) = (map.Map(from.X, from.Y), map.Map((from.X + to.X) / 2, (from.Y + to.Y) / 2), map.Map(to.X, to.Y));
            Assert.InRange(Math.Abs(Cross(middle - start, end - start)), 0, 0.01f * (1 + Vector2.Distance(start, end)));
        }
    }

    private static (int[] Left, int[] Right) Edges(Random random)
    {
        var lines = random.Next(2, 30);
        var left = Enumerable.Range(0, lines).Select(_ => random.Next(60)).ToArray();
        return (left, [.. left.Select(start => start + random.Next(1, 60))]);
    }

    private static Vector2[] HullOf(int[] left, int[] right)
    {
        var hull = new Vector2[2 * left.Length];
        return hull[..ConvexHull.Write(left, right, top: 0, hull)];
    }

    private static Quadrilateral Convex(Random random)
    {
        // One corner in each quarter around a centre, near enough to a rectangle to be convex.
        Vector2 Corner(int x, int y) => new(200 + (x * (60 + random.Next(30))), 100 + (y * (60 + random.Next(30))));
        return new Quadrilateral(Corner(-1, -1), Corner(1, -1), Corner(1, 1), Corner(-1, 1));
    }

    private static (float Along, float Across) Extent(Vector2[] hull, Vector2 direction) => (
        hull.Max(corner => Vector2.Dot(corner, direction)) - hull.Min(corner => Vector2.Dot(corner, direction)),
        hull.Max(corner => Vector2.Dot(corner, Normal(direction))) - hull.Min(corner => Vector2.Dot(corner, Normal(direction))));

    private static Vector2 DirectionOf(float degrees)
    {
        var (sine, cosine) = MathF.SinCos(degrees * MathF.PI / 180);
        return new Vector2(cosine, sine);
    }

    private static Vector2 Normal(Vector2 direction) => new(-direction.Y, direction.X);

    private static float Side(Vector2[] hull, int corner, Vector2 point) =>
        Cross(hull[(corner + 1) % hull.Length] - hull[corner], point - hull[corner]);

    private static float Cross(Vector2 a, Vector2 b) => (a.X * b.Y) - (a.Y * b.X);

    private static void Near(Vector2 expected, Vector2 actual) => Assert.InRange(Vector2.Distance(expected, actual), 0, Precision);
}
