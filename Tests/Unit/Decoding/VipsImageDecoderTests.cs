using Contracts;
using Tests.Fixtures;
using Vision.Decoding;
using Xunit;

namespace Tests.Unit.Decoding;

public sealed class VipsImageDecoderTests
{
    private static readonly PixelRequest Classifier =
        new(224, 224, CropRule.CenterSquare, 0.875, ResizeKernel.Bicubic, Equalization.None);

    [Theory]
    [MemberData(nameof(ImageSamples.Names), MemberType = typeof(ImageSamples))]
    public void Decode_of_flipped_bytes_gives_pixels_or_invalid_image(string name)
    {
        var decoder = new VipsImageDecoder();
        foreach (var broken in BrokenFile.WithFlippedBytes(ImageSamples.ByName[name], 150))
        {
            AssertPixelsOrProblem(decoder, broken);
        }
    }

    [Fact]
    public void Decode_after_crop_at_any_scale_has_the_size_that_was_asked_for()
    {
        var decoder = new VipsImageDecoder();
        foreach (var name in new[] { "cat.jpg", "galaxies.jpg", "receipt.png" })
        {
            foreach (var side in new[] { 1, 3, 32, 97, 224, 260, 416 })
            {
                using var pixels = decoder.Decode(Photo.Load(name), Classifier with { Width = side, Height = side });
                Assert.Equal((side, side), (pixels.Width, pixels.Height));
            }
        }
    }

    [Theory]
    [InlineData("Global")]
    [InlineData("Adaptive")]
    public void Decode_with_equalization_widens_the_range_of_a_dull_picture(string equalization)
    {
        var decoder = new VipsImageDecoder();
        var dull = Photo.Encoded(EncodedPicture.DullPng());
        using var plain = decoder.Decode(dull, Classifier);
        using var equalized = decoder.Decode(dull, Classifier with { Equalize = Enum.Parse<Equalization>(equalization) });
        Assert.True(Range(equalized) > 2 * Range(plain), $"{Range(plain)} became {Range(equalized)}.");
    }

    [Fact]
    public void Decode_of_a_turned_photo_with_reduction_agrees_with_the_upright_one()
    {
        var decoder = new VipsImageDecoder();
        var (upright, turned) = EncodedPicture.LargeJpegTwice();
        using var first = decoder.Decode(Photo.Encoded(upright), Classifier);
        using var second = decoder.Decode(Photo.Encoded(turned), Classifier);
        Assert.InRange(MeanDifference(first, second), 0, 2);
    }

    [Fact]
    public async Task Decode_while_other_decoders_are_made_finds_its_loader()
    {
        var decoder = new VipsImageDecoder();
        var photo = Photo.Load("cat.jpg");
        using var end = new CancellationTokenSource();
        var making = Task.Run(
            () =>
            {
                while (!end.IsCancellationRequested)
                {
                    _ = new VipsImageDecoder();
                }
            },
            TestContext.Current.CancellationToken);
        try
        {
            for (var i = 0; i < 200; i++)
            {
                decoder.Decode(photo, Classifier).Dispose();
            }
        }
        finally
        {
            await end.CancelAsync();
            await making;
        }
    }

    private static void AssertPixelsOrProblem(VipsImageDecoder decoder, byte[] file)
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
