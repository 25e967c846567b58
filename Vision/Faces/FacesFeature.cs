using Contracts;
using Microsoft.Extensions.Options;
using Vision.Detection;
using Vision.Labels;
using Vision.Models;
using Vision.Models.Manifests;

namespace Vision.Faces;

/// <summary>Faces in an image, with boxes and six points each in the pixels of its upright form. Whose they are is not asked.</summary>
internal sealed class FacesFeature(IOptions<FacesOptions> options) : IImageFeature
{
    private const int Points = 6;
    private const int Numbers = 2;

    private readonly DetectionLimits limits = new(
        (float)options.Value.Threshold, (float)options.Value.Overlap, options.Value.Maximum);

    public Features Feature => Features.Faces;

    /// <summary>The model of this feature.</summary>
    public static RequiredModel Requires(FacesOptions options) => new(options.Model, ModelTask.FaceDetection);

    public Analysis Apply(FeatureContext context, Analysis analysis)
    {
        using var outputs = new DetectorOutputs(context.Find(Requires(options.Value)));
        outputs.Run(context, Feature);
        var (width, height) = (context.Header.UprightWidth, context.Header.UprightHeight);
        return analysis with
        {
            Faces = [.. outputs.Best(limits).Select(found => new Face(
                Confidences.Round(found.Score),
                found.Box.InPixels(width, height),
                Landmarks(outputs.Landmarks.Slice(found.Row * Points * Numbers, Points * Numbers), width, height)))],
        };
    }

    /// <param name="points">Values of shape [6, 2] in the model's order, which is that of the contract.</param>
    /// <param name="width">Width of the image in pixels.</param>
    /// <param name="height">Height of the image in pixels.</param>
    private static FaceLandmarks Landmarks(ReadOnlySpan<float> points, int width, int height)
    {
        Span<PixelPoint> pixels = stackalloc PixelPoint[Points];
        for (var i = 0; i < Points; i++)
        {
            pixels[i] = new PixelPoint(
                (int)MathF.Round(points[i * Numbers] * width), (int)MathF.Round(points[(i * Numbers) + 1] * height));
        }

        return new FaceLandmarks(pixels[0], pixels[1], pixels[2], pixels[3], pixels[4], pixels[5]);
    }
}
