using Vision.Decoding;
using Xunit;

namespace Tests.Unit.Decoding;

public sealed class CropRectangleTests
{
    [Theory]
    [InlineData(500, 375, "CenterSquare", 0.875, 86, 23, 328, 328)]
    [InlineData(375, 500, "CenterSquare", 0.875, 23, 86, 328, 328)]
    [InlineData(256, 256, "Center", 0.875, 16, 16, 224, 224)]
    [InlineData(400, 200, "Center", 0.5, 100, 50, 200, 100)]
    [InlineData(640, 427, "None", 1, 0, 0, 640, 427)]
    [InlineData(1, 1, "CenterSquare", 0.1, 0, 0, 1, 1)]
    public void Of_image_gives_the_part_around_its_centre(
        int width, int height, string rule, double fraction, int left, int top, int cropWidth, int cropHeight) =>
        Assert.Equal(
            new CropRectangle(left, top, cropWidth, cropHeight),
            CropRectangle.Of(width, height, Enum.Parse<CropRule>(rule), fraction));
}
