using Contracts;
using Vision.Detection;
using Xunit;

namespace Tests.Unit.Detection;

public sealed class UnitBoxTests
{
    [Theory]
    [InlineData(0, 0, 0.5f, 1, 1)]
    [InlineData(0.5f, 0, 1, 1, 0)]
    [InlineData(0.25f, 0, 0.75f, 1, 1 / 3.0)]
    [InlineData(0, 0.5f, 0.5f, 1, 0.5)]
    public void OverlapWith_of_a_half_is_the_intersection_over_the_union(float left, float top, float right, float bottom, double expected)
    {
        var (half, other) = (new UnitBox(0, 0, 0.5f, 1), new UnitBox(left, top, right, bottom));
        Assert.Equal(expected, half.OverlapWith(other), 1e-6);
        Assert.Equal(half.OverlapWith(other), other.OverlapWith(half));
    }

    [Fact]
    public void InPixels_of_a_box_gives_its_edges_in_the_image()
    {
        var box = UnitBox.At([-0.2f, 0.25f, 0.5f, 1.7f], row: 0);
        Assert.Equal(new BoundingBox(0, 100, 100, 300), box.InPixels(200, 400));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5f, 0.5f)]
    [InlineData(0.999f, 1)]
    [InlineData(1, 1)]
    public void InPixels_of_a_box_smaller_than_a_pixel_is_one_pixel_in_the_image(float from, float to)
    {
        foreach (var side in new[] { 1, 2, 100 })
        {
            var box = new UnitBox(from, from, to, to).InPixels(side, side);
            Assert.Equal((1, 1), (box.Width, box.Height));
            Assert.InRange(box.X, 0, side - 1);
            Assert.InRange(box.Y, 0, side - 1);
        }
    }
}
