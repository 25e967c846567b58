using Vision.Probing;
using Vision.Text;
using Xunit;

namespace Tests.Unit.Text;

public sealed class TextPictureTests
{
    [Theory]
    [InlineData(900, 500, 900, 500, 896, 512)]
    [InlineData(4000, 3000, 1920, 1440, 960, 704)]
    [InlineData(1, 1, 1, 1, 32, 32)]
    [InlineData(16_384, 32, 1920, 4, 960, 32)]
    [InlineData(32, 16_384, 4, 1920, 32, 960)]
    [InlineData(10_000, 5_000, 1920, 960, 960, 480)]
    public void Of_an_image_is_bounded_and_fits_the_detector(
        int width, int height, int pictureWidth, int pictureHeight, int detectorWidth, int detectorHeight)
    {
        var header = new ImageHeader(ImageFormat.Png, width, height, Frames: 1, Orientation: 1, HasAlpha: false);
        Assert.Equal(
            new TextPicture(pictureWidth, pictureHeight, detectorWidth, detectorHeight), TextPicture.Of(header, maximumSide: 960));
    }
}
