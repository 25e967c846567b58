using System.Numerics;
using Vision.Text;
using Vision.Text.Detection;
using Vision.Text.Geometry;
using Xunit;

namespace Tests.Unit.Text;

/// <summary>Maps with rectangles drawn in them, as a detector would mark lines.</summary>
public sealed class TextRegionsTests
{
    private const int Width = 320;
    private const int Height = 256;

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(-33)]
    [InlineData(80)]
    public void Find_of_a_drawn_rectangle_gives_its_widened_corners(float degrees)
    {
        var (sine, cosine) = MathF.SinCos(degrees * MathF.PI / 180);
        var drawn = new RotatedRectangle(new Vector2(160, 128), new Vector2(cosine, sine), 120, 16);
        var found = Assert.Single(TextRegions.Find(Draw(drawn, 0.9f), Width, Vector2.One, new TextOptions()));
        var expected = drawn.Unclip(1.5f).Corners;
        Assert.InRange(Vector2.Distance(expected.First, found.First), 0, 3);
        Assert.InRange(Vector2.Distance(expected.Third, found.Third), 0, 3);
    }

    [Fact]
    public void Find_with_a_scale_gives_pixels_of_the_picture()
    {
        var map = Draw(new RotatedRectangle(new Vector2(160, 128), Vector2.UnitX, 120, 16), 0.9f);
        var plain = Assert.Single(TextRegions.Find(map, Width, Vector2.One, new TextOptions()));
        var scaled = Assert.Single(TextRegions.Find(map, Width, new Vector2(2, 3), new TextOptions()));
        Assert.Equal(plain.Third * new Vector2(2, 3), scaled.Third);
    }

    [Fact]
    public void Find_of_an_unsure_rectangle_gives_nothing() => Assert.Empty(TextRegions.Find(
        Draw(new RotatedRectangle(new Vector2(160, 128), Vector2.UnitX, 120, 16), 0.5f), Width, Vector2.One, new TextOptions()));

    [Fact]
    public void Find_of_a_rectangle_that_is_too_thin_gives_nothing() => Assert.Empty(TextRegions.Find(
        Draw(new RotatedRectangle(new Vector2(160, 128), Vector2.UnitX, 120, 2), 0.9f), Width, Vector2.One, new TextOptions()));

    [Fact]
    public void Find_of_noise_looks_at_no_more_places_than_it_may()
    {
        var map = new float[Width * Height];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                map[(y * Width) + x] = (x % 8 < 6 && y % 8 < 6) ? 0.9f : 0;
            }
        }

        Assert.Equal(Width * Height / 64, TextRegions.Find(map, Width, Vector2.One, new TextOptions { MaximumCandidates = 10_000 }).Count);
        Assert.Equal(50, TextRegions.Find(map, Width, Vector2.One, new TextOptions { MaximumCandidates = 50 }).Count);
    }

    [Fact]
    public void Mean_over_half_of_an_area_is_half_of_it()
    {
        var map = Draw(new RotatedRectangle(new Vector2(100, 100), Vector2.UnitX, 40, 40), 1);
        var place = new RotatedRectangle(new Vector2(120, 100), Vector2.UnitX, 40, 40).Corners;
        Assert.Equal(0.5f, BoxScore.Mean(map, Width, place), 0.001f);
    }

    [Fact]
    public void Mean_beside_the_map_is_nothing() => Assert.Equal(
        0, BoxScore.Mean(new float[Width * Height], Width, new RotatedRectangle(new Vector2(-50, 900), Vector2.UnitX, 40, 40).Corners));

    private static float[] Draw(RotatedRectangle rectangle, float probability)
    {
        var map = new float[Width * Height];
        var down = new Vector2(-rectangle.Axis.Y, rectangle.Axis.X);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var place = new Vector2(x + 0.5f, y + 0.5f) - rectangle.Center;
                var isInside = Math.Abs(Vector2.Dot(place, rectangle.Axis)) <= rectangle.Width / 2
                    && Math.Abs(Vector2.Dot(place, down)) <= rectangle.Height / 2;
                map[(y * Width) + x] = isInside ? probability : 0;
            }
        }

        return map;
    }
}
