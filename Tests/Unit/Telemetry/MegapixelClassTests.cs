using Vision.Probing;
using Vision.Telemetry;
using Xunit;

namespace Tests.Unit.Telemetry;

public sealed class MegapixelClassTests
{
    [Theory]
    [InlineData(1, 1, "0-1")]
    [InlineData(1000, 1000, "0-1")]
    [InlineData(1000, 1001, "1-4")]
    [InlineData(2000, 2000, "1-4")]
    [InlineData(4000, 3000, "4-12")]
    [InlineData(6000, 4000, "12-24")]
    [InlineData(16384, 3051, "24-50")]
    public void Of_an_image_is_the_range_in_which_its_pixels_lie(int width, int height, string expected) =>
        Assert.Equal(expected, MegapixelClass.Of(new ImageHeader(ImageFormat.Jpeg, width, height, Frames: 1, Orientation: 1, HasAlpha: false)));
}
