using Contracts;
using Vision;
using Vision.Probing;
using Xunit;

namespace Tests.Unit.Analysis;

public sealed class ImageReportsTests
{
    private static readonly ImageHeader Plain = new(ImageFormat.Jpeg, 640, 64, Frames: 1, Orientation: 1, HasAlpha: false);

    [Fact]
    public void Of_an_ordinary_image_warns_of_nothing() => Assert.Empty(WarningsOf(Plain));

    [Fact]
    public void Of_an_image_tells_each_warning()
    {
        Assert.Equal([ImageWarnings.Animated], WarningsOf(Plain with { Frames = 2 }));
        Assert.Equal([ImageWarnings.TransparencyFlattened], WarningsOf(Plain with { HasAlpha = true }));
        Assert.Equal([ImageWarnings.Location], WarningsOf(Plain with { HasLocation = true }));
        Assert.Equal([ImageWarnings.LowResolution], WarningsOf(Plain with { Height = 63 }));
    }

    private static IReadOnlyList<string> WarningsOf(ImageHeader header) =>
        ImageReports.Of(new EncodedImage(ReadOnlyMemory<byte>.Empty, string.Empty, header)).Warnings;
}
