using Contracts;
using Tests.Fixtures;
using Vision.Decoding;
using Vision.Probing;
using Xunit;

namespace Tests.Unit.Decoding;

public sealed class AnimationTests
{
    private static readonly PixelRequest Small = new(4, 4, CropRule.None, 1, ResizeKernel.Bilinear, Equalization.None);

    private static readonly Dictionary<string, Func<int, byte[]>> Animations = new(StringComparer.Ordinal)
    {
        ["gif"] = FlatColor.AnimatedGif,
        ["webp"] = FlatColor.AnimatedWebp,
        ["png"] = FlatColor.AnimatedPng,
    };

    [Theory]
    [InlineData("gif", 1_000)]
    [InlineData("webp", 100)]
    [InlineData("png", 1_000)]
    public void Decode_of_an_animation_gives_its_first_frame(string format, int frames)
    {
        var file = Animations[format](frames);
        Assert.Equal((frames, FlatColor.Side), (ImageProbe.Read(file).Frames, ImageProbe.Read(file).Height));
        Assert.All(Decoders.All, decoder =>
        {
            using var pixels = decoder.Decode(Photo.Encoded(file), Small);
            foreach (var pixel in pixels.Span.ToArray().Chunk(PixelBuffer.Channels))
            {
                Assert.InRange(pixel[0], 195, 205);
                Assert.InRange(pixel[2], 25, 35);
            }
        });
    }
}
