using ApiService.Compatibility.Crops;
using Contracts;
using Xunit;

namespace Tests.Unit.Compatibility;

/// <summary>Crops of a shape that hold faces and things.</summary>
public sealed class SmartCropTests
{
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.75)]
    [InlineData(1.8)]
    public void A_crop_has_its_shape_and_lies_in_the_picture(double ratio)
    {
        var region = SmartCrop.Of(Picture(640, 427, Thing(500, 100, 100, 100)), ratio);
        Assert.Equal(ratio, (double)region.Box.Width / region.Box.Height, 0.01);
        Assert.InRange(region.Box.X, 0, 640 - region.Box.Width);
        Assert.InRange(region.Box.Y, 0, 427 - region.Box.Height);
        Assert.True(region.Box.Width == 640 || region.Box.Height == 427);
    }

    [Fact]
    public void A_crop_holds_the_only_thing_wherever_it_is()
    {
        foreach (var x in Enumerable.Range(0, 10).Select(static step => step * 60))
        {
            var region = SmartCrop.Of(Picture(640, 200, Thing(x, 20, 100, 100)), 1);
            Assert.Equal(1, region.Importance);
            Assert.InRange(x, region.Box.X, region.Box.X + region.Box.Width - 100);
        }
    }

    [Fact]
    public void A_face_counts_more_than_a_thing()
    {
        var picture = Picture(1000, 200, Thing(0, 0, 150, 200)) with { Faces = [FaceAt(800, 20, 100, 100)] };
        var region = SmartCrop.Of(picture, 1);
        Assert.InRange(800, region.Box.X, region.Box.X + region.Box.Width - 100);
        Assert.Equal(0.75, region.Importance, 0.001);
    }

    [Fact]
    public void A_picture_without_anything_is_cut_in_its_middle()
    {
        var region = SmartCrop.Of(Picture(400, 200), 1);
        Assert.Equal((new BoundingBox(100, 0, 200, 200), 0.5), (region.Box, region.Importance));
    }

    [Fact]
    public void Without_a_shape_all_things_are_held_with_some_room()
    {
        var region = SmartCrop.Of(Picture(1000, 1000, Thing(200, 300, 100, 100), Thing(500, 500, 100, 100)), 0.5, 2);
        Assert.Equal((new BoundingBox(160, 270, 480, 360), 1.0), (region.Box, region.Importance));
    }

    [Fact]
    public void Without_a_shape_one_beyond_the_bounds_is_brought_into_them()
    {
        var region = SmartCrop.Of(Picture(1000, 250, Thing(0, 100, 1000, 20)), 0.5, 2);
        Assert.Equal((500, 250), (region.Box.Width, region.Box.Height));
    }

    [Fact]
    public void A_picture_of_one_pixel_has_a_crop_of_one_pixel() =>
        Assert.Equal(new BoundingBox(0, 0, 1, 1), SmartCrop.Of(Picture(1, 1), 1.8).Box);

    private static DetectedObject Thing(int x, int y, int width, int height) => new("cup", 1, new BoundingBox(x, y, width, height));

    private static Face FaceAt(int x, int y, int width, int height) =>
        new(1, new BoundingBox(x, y, width, height), new FaceLandmarks(default, default, default, default, default, default));

    private static Contracts.Analysis Picture(int width, int height, params DetectedObject[] things) => new()
    {
        Digest = "sha256:0",
        Model = new ModelReference("any", "1"),
        Image = new ImageReport
        {
            Format = "png",
            Width = width,
            Height = height,
            Bytes = 1,
            Orientation = 1,
            Frames = 1,
            HasAlpha = false,
            Warnings = [],
        },
        Objects = things,
    };
}
