using Contracts;
using NetVips;
using Tests.Fixtures;
using Vision;
using Vision.Decoding;
using Vision.Probing;
using Xunit;

namespace Tests.Unit.Decoding;

/// <summary>The decoders against libvips' own turning of the same file.</summary>
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
        var request = new PixelRequest(header.UprightWidth, header.UprightHeight, CropRule.None, 1, ResizeKernel.Bicubic, Equalization.None);
        Assert.All(Decoders.All, decoder =>
        {
            using var pixels = decoder.Decode(new EncodedImage(file, "sha256:", header), request);
            Assert.Equal(Turned(file, orientation), pixels.Span.ToArray());
        });
    }

    [Theory]
    [InlineData(3, ResizeKernel.Bilinear, 100, 90)]
    [InlineData(3, ResizeKernel.Bicubic, 100, 90)]
    [InlineData(3, ResizeKernel.Bilinear, 20, 45)]
    [InlineData(3, ResizeKernel.Bilinear, 50, 15)]
    public void Decode_of_an_enlarged_picture_moves_it_to_no_side(int orientation, ResizeKernel kernel, int width, int height)
    {
        var request = new PixelRequest(width, height, CropRule.None, 1, kernel, Equalization.None);
        var picture = EncodedPicture.Png();
        Assert.All(Decoders.All, decoder =>
        {
            using var upright = decoder.Decode(Photo.Encoded(picture), request);
            using var turned = decoder.Decode(Photo.Encoded(TurnedPicture.Png(picture, orientation)), request);
            Assert.All(upright.Span.ToArray().Zip(turned.Span.ToArray()), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
        });
    }

    private static byte[] Turned(byte[] file, int orientation)
    {
        using var stored = Image.NewFromBuffer(file);
        using var tagged = stored.Mutate(image => image.Set(GValue.GIntType, "orientation", orientation));
        using var upright = tagged.Autorot();
        return upright.WriteToMemory<byte>();
    }
}
