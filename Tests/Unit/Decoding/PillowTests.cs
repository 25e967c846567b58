using NetVips;
using Tests.Fixtures;
using Vision.Decoding;
using Vision.Decoding.Turbo;
using Vision.Decoding.Vips;
using Vision.Models.Manifests;
using Xunit;

namespace Tests.Unit.Decoding;

/// <summary>Decoding on libturbojpeg against the pixels that Pillow gives (Data/pillow/make.py), for the input of every model.</summary>
public sealed class PillowTests
{
    private static readonly string[] Photos = ["cat", "portrait"];

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Data", "pillow");

    public static MatrixTheoryData<string, string> Cases => new(
        ["blazeface", "efficientnet-lite0", "efficientnet-lite2", "nanodet-g", "open-nsfw"], Photos);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Decode_for_a_model_is_within_two_steps_of_Pillow(string model, string photo)
    {
        var manifest = await ManifestReader.ReadAsync(Path.Combine(Repository.Models, model, "1"), TestContext.Current.CancellationToken);
        var (input, steps) = (manifest.Input, manifest.Preprocessing);
        var request = new PixelRequest(input.Width, input.Height, steps.Crop, steps.CropFraction, steps.Kernel, Contracts.Equalization.None);
        AssertClose($"{model}-{photo}.webp", $"{photo}.jpg", request);
    }

    [Theory]
    [InlineData(2, 75)]
    [InlineData(4, 37)]
    [InlineData(8, 18)]
    public void Decode_with_a_reduction_is_within_two_steps_of_Pillow(int reduction, int side)
    {
        var request = new PixelRequest(side, side, CropRule.None, 1, ResizeKernel.Bicubic, Contracts.Equalization.None);
        foreach (var photo in Photos)
        {
            var image = Photo.Load($"{photo}.jpg");
            Assert.Equal(reduction, JpegReduction.For(image.Header, request));
            AssertClose($"reduced-{reduction}-{photo}.webp", $"{photo}.jpg", request);
        }
    }

    private static void AssertClose(string expectedName, string photo, PixelRequest request)
    {
        using var pixels = new TurboJpegDecoder(new VipsImageDecoder()).Decode(Photo.Load(photo), request);
        using var expected = Image.NewFromFile(Path.Combine(Folder, expectedName));
        Assert.Equal((expected.Width, expected.Height), (pixels.Width, pixels.Height));
        Assert.InRange(pixels.Span.ToArray().Zip(expected.WriteToMemory<byte>(), static (a, b) => Math.Abs(a - b)).Max(), 0, 2);
    }
}
