using Contracts;
using NetVips;
using Tests.Fixtures;
using Vision.Decoding;
using Xunit;

namespace Tests.Unit.Decoding;

/// <summary>Every kind of samples ends as 8-bit sRGB within two steps of the colour that was written.</summary>
public sealed class ColorTests
{
    private static readonly PixelRequest Small = new(4, 4, CropRule.None, 1, ResizeKernel.Bilinear, Equalization.None);

    [Theory]
    [InlineData(200, 100, 50)]
    [InlineData(0, 0, 0)]
    [InlineData(255, 255, 255)]
    public void Decode_of_16_bit_samples_keeps_the_color(int red, int green, int blue)
    {
        using var flat = Flat(red, green, blue);
        using var deep = flat.Colourspace(Enums.Interpretation.Rgb16);
        AssertColor(deep.PngsaveBuffer(), red, green, blue);
    }

    [Fact]
    public void Decode_of_grey_samples_gives_three_equal_channels()
    {
        using var flat = Flat(120, 120, 120);
        using var grey = flat.Colourspace(Enums.Interpretation.Bw);
        AssertColor(grey.PngsaveBuffer(), 120, 120, 120);
        AssertColor(grey.JpegsaveBuffer(), 120, 120, 120);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    public void Decode_of_1_bit_samples_gives_black_or_white(int level)
    {
        using var flat = Flat(level, level, level);
        using var grey = flat.Colourspace(Enums.Interpretation.Bw);
        AssertColor(grey.PngsaveBuffer(bitdepth: 1), level, level, level);
    }

    [Fact]
    public void Decode_of_cmyk_without_ink_is_white_and_with_all_ink_is_dark()
    {
        using var paper = (Image.Black(16, 16, bands: 4) + 0).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Cmyk);
        AssertColor(paper.JpegsaveBuffer(), 255, 255, 255);
        using var ink = (Image.Black(16, 16, bands: 4) + 255).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Cmyk);
        var file = ink.JpegsaveBuffer();
        Assert.All(Decoders.All, decoder =>
        {
            using var pixels = decoder.Decode(Photo.Encoded(file), Small);
            Assert.All(pixels.Span.ToArray(), value => Assert.InRange(value, 0, 60));
        });
    }

    [Fact]
    public void Decode_of_a_wide_gamut_profile_converts_to_srgb()
    {
        using var flat = Flat(200, 100, 50);
        using var wide = flat.IccTransform("p3", inputProfile: "srgb");
        foreach (var file in new[] { wide.PngsaveBuffer(), wide.JpegsaveBuffer(q: 100) })
        {
            using var stored = Image.NewFromBuffer(file);
            Assert.True(Math.Abs(stored[0, 0][0] - 200) > 5, "The samples of the file should differ from sRGB.");
            AssertColor(file, 200, 100, 50);
        }
    }

    [Fact]
    public void Decode_of_transparency_flattens_on_white()
    {
        using var flat = Flat(0, 0, 0);
        using var clear = flat.Bandjoin(0);
        using var half = flat.Bandjoin(128);
        AssertColor(clear.PngsaveBuffer(), 255, 255, 255);
        AssertColor(half.PngsaveBuffer(), 127, 127, 127);
        AssertColor(clear.WebpsaveBuffer(lossless: true), 255, 255, 255);
        AssertColor(clear.GifsaveBuffer(), 255, 255, 255);
    }

    [Fact]
    public void Decode_of_deep_transparency_flattens_on_white()
    {
        using var flat = Flat(0, 0, 0);
        using var deep = flat.Bandjoin(0).Colourspace(Enums.Interpretation.Rgb16);
        AssertColor(deep.PngsaveBuffer(), 255, 255, 255);
    }

    private static void AssertColor(byte[] file, int red, int green, int blue) => Assert.All(Decoders.All, decoder =>
    {
        using var pixels = decoder.Decode(Photo.Encoded(file), Small);
        foreach (var pixel in pixels.Span.ToArray().Chunk(PixelBuffer.Channels))
        {
            Assert.InRange(pixel[0], red - 2, red + 2);
            Assert.InRange(pixel[1], green - 2, green + 2);
            Assert.InRange(pixel[2], blue - 2, blue + 2);
        }
    });

    private static Image Flat(int red, int green, int blue) =>
        (Image.Black(16, 16, bands: 3) + new double[] { red, green, blue })
            .Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
}
