using System.Numerics;
using Vision.Text.Geometry;
using Vision.Text.Recognition;
using Xunit;

namespace Tests.Unit.Text;

public sealed class LineBatchTests
{
    [Fact]
    public void Of_any_lines_puts_each_in_one_batch_that_is_bounded_and_nearly_full()
    {
        var random = new Random(5);
        for (var i = 0; i < 100; i++)
        {
            var crops = Enumerable.Range(0, random.Next(60)).Select(line => Crop(line, random.Next(1, 4000), 48)).ToList();
            var batches = LineBatch.Of(crops).ToList();
            Assert.Equal(crops.OrderBy(crop => crop.Line), batches.SelectMany(batch => batch.Crops.ToArray()).OrderBy(crop => crop.Line));
            Assert.All(batches, static batch =>
            {
                Assert.True(batch.Crops.Length == 1 || batch.Columns * batch.Crops.Length <= 1600, "A run has too many columns.");
                Assert.InRange(batch.Columns, 64, LineCrop.MaximumColumns);
                Assert.Equal(0, batch.Columns % 8);
                Assert.All(batch.Crops.ToArray(), crop => Assert.InRange(
                    crop.Columns, batch.Columns == 64 ? 1 : (int)(batch.Columns * 0.9) - 8, batch.Columns));
            });
        }
    }

    [Theory]
    [InlineData(480, 24, 960)]
    [InlineData(240, 48, 240)]
    [InlineData(48, 240, 240)]
    [InlineData(30, 40, 36)]
    [InlineData(100_000, 10, 3200)]
    [InlineData(100, 0, 3200)]
    public void Of_a_place_gives_a_width_that_keeps_its_shape(int width, int height, int columns) =>
        Assert.Equal(columns, Crop(0, width, height).Columns);

    [Fact]
    public void Of_a_tall_place_reads_downwards()
    {
        var crop = Crop(0, 20, 100);
        Assert.Equal(Vector2.UnitY, crop.Place.Direction);
        Assert.Equal(-Vector2.UnitY, crop.Reversed.Place.Direction);
        Assert.Equal(new Vector2(20, 0), crop.Place.First);
    }

    private static LineCrop Crop(int line, int width, int height) => LineCrop.Of(line, new Quadrilateral(
        Vector2.Zero, new Vector2(width, 0), new Vector2(width, height), new Vector2(0, height)));
}
