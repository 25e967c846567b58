using Contracts;
using NetVips;
using Tests.Fixtures;
using Vision;
using Vision.Decoding;
using Vision.Probing;
using Xunit;

namespace Tests.Unit.Decoding;

/// <summary>The decoder against libvips' own turning of the same file.</summary>
public sealed class OrientationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Decode_of_each_orientation_gives_the_upright_picture(int orientation)
    {
        var file = EncodedPicture.Png();
        var header = ImageProbe.Read(file) with { Orientation = orientation };
        using var pixels = new VipsImageDecoder().Decode(
            new EncodedImage(file, "sha256:", header),
            new PixelRequest(header.UprightWidth, header.UprightHeight, CropRule.None, 1, ResizeKernel.Bicubic, Equalization.None));
        Assert.Equal(Turned(file, orientation), pixels.Span.ToArray());
    }

    private static byte[] Turned(byte[] file, int orientation)
    {
        using var stored = Image.NewFromBuffer(file);
        using var tagged = stored.Mutate(image => image.Set(GValue.GIntType, "orientation", orientation));
        using var upright = tagged.Autorot();
        return upright.WriteToMemory<byte>();
    }
}
