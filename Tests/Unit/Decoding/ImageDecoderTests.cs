using Contracts;
using Tests.Fixtures;
using Vision.Decoding;
using Xunit;

namespace Tests.Unit.Decoding;

/// <summary>What every decoder does.</summary>
public sealed class ImageDecoderTests
{
    private static readonly PixelRequest Classifier =
        new(224, 224, CropRule.CenterSquare, 0.875, ResizeKernel.Bicubic, Equalization.None);

    public static TheoryData<string> Names => Decoders.Names;

    public static MatrixTheoryData<string, string> Equalizations =>
        new(["Global", "Adaptive"], Decoders.Names.Select(static row => row.Data));

    [Theory]
    [MemberData(nameof(ImageSamples.Names), MemberType = typeof(ImageSamples))]
    public void Decode_of_flipped_bytes_gives_pixels_or_invalid_image(string name)
    {
        foreach (var broken in BrokenFile.WithFlippedBytes(ImageSamples.ByName[name], 150))
        {
            Assert.All(Decoders.All, decoder => AssertPixelsOrProblem(decoder, broken));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_after_crop_at_any_scale_has_the_size_that_was_asked_for(string decoder)
    {
        foreach (var name in new[] { "cat.jpg", "galaxies.jpg", "receipt.png" })
        {
            foreach (var side in new[] { 1, 3, 32, 97, 224, 260, 416 })
            {
                using var pixels = Decoders.Named(decoder).Decode(Photo.Load(name), Classifier with { Width = side, Height = side });
                Assert.Equal((side, side), (pixels.Width, pixels.Height));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Equalizations))]
    public void Decode_with_equalization_widens_the_range_of_a_dull_picture(string equalization, string decoder)
    {
        var dull = Photo.Encoded(EncodedPicture.DullPng());
        using var plain = Decoders.Named(decoder).Decode(dull, Classifier);
        using var equalized = Decoders.Named(decoder).Decode(dull, Classifier with { Equalize = Enum.Parse<Equalization>(equalization) });
        Assert.True(Range(equalized) > 2 * Range(plain), $"{Range(plain)} became {Range(equalized)}.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_of_a_turned_photo_with_reduction_agrees_with_the_upright_one(string decoder)
    {
        var (upright, turned) = EncodedPicture.LargeJpegTwice();
        using var first = Decoders.Named(decoder).Decode(Photo.Encoded(upright), Classifier);
        using var second = Decoders.Named(decoder).Decode(Photo.Encoded(turned), Classifier);
        Assert.InRange(MeanDifference(first, second), 0, 2);
    }

    private static void AssertPixelsOrProblem(IImageDecoder decoder, byte[] file)
    {
        try
        {
            using var pixels = decoder.Decode(Photo.Encoded(file), Classifier with { Width = 16, Height = 16 });
        }
        catch (ProblemException problem)
        {
            Assert.Contains(problem.Code, new[] { ErrorCodes.InvalidImage, ErrorCodes.ImageDimensions });
        }
    }

    private static int Range(PixelBuffer pixels) => pixels.Span.ToArray().Max() - pixels.Span.ToArray().Min();

    private static double MeanDifference(PixelBuffer first, PixelBuffer second) =>
        first.Span.ToArray().Zip(second.Span.ToArray(), (a, b) => (double)Math.Abs(a - b)).Average();
}
