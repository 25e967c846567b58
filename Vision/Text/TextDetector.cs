using System.Buffers;
using System.Numerics;
using Contracts;
using Microsoft.Extensions.Options;
using Vision.Decoding;
using Vision.Models;
using Vision.Models.Sessions;
using Vision.Text.Detection;
using Vision.Text.Geometry;

namespace Vision.Text;

/// <summary>Finds where text is.</summary>
internal sealed class TextDetector(IOptions<TextOptions> options)
{
    /// <param name="context">The analysis, whose metrics count the run.</param>
    /// <param name="model">The detector.</param>
    /// <param name="picture">The image.</param>
    /// <param name="sizes">The sizes at which it is looked at.</param>
    /// <returns>The places in pixels of <paramref name="picture"/>, each as if its text ran to the right.</returns>
    public List<Quadrilateral> Find(FeatureContext context, LoadedModel model, PixelBuffer picture, TextPicture sizes)
    {
        var (width, height) = (sizes.DetectorWidth, sizes.DetectorHeight);
        using var input = MemoryPool<float>.Shared.Rent(PixelBuffer.Channels * width * height);
        using var output = MemoryPool<float>.Shared.Rent(width * height);
        var samples = input.Memory[..(PixelBuffer.Channels * width * height)];
        var map = output.Memory[..(width * height)];

        var sampler = new PictureSampler(picture, model.Manifest.Preprocessing);
        sampler.Write(WholeOf(picture), width, height, width, samples.Span);
        context.Run(model, Features.Text, () => model.Session.Run(
            samples,
            [1, PixelBuffer.Channels, height, width],
            new OutputTensor(model.Manifest.Outputs.Probabilities!, map, [1, 1, height, width])));
        return TextRegions.Find(
            map.Span, width, new Vector2(picture.Width / (float)width, picture.Height / (float)height), options.Value);
    }

    private static Quadrilateral WholeOf(PixelBuffer picture) => new(
        Vector2.Zero, new Vector2(picture.Width, 0), new Vector2(picture.Width, picture.Height), new Vector2(0, picture.Height));
}
