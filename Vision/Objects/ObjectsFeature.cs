using Contracts;
using Microsoft.Extensions.Options;
using Vision.Detection;
using Vision.Labels;
using Vision.Models;
using Vision.Models.Manifests;

namespace Vision.Objects;

/// <summary>Things and people in an image, with boxes in the pixels of its upright form.</summary>
internal sealed class ObjectsFeature(IOptions<ObjectsOptions> options) : IImageFeature
{
    private readonly DetectionLimits limits = new(
        (float)options.Value.Threshold, (float)options.Value.Overlap, options.Value.Maximum);

    public Features Feature => Features.Objects;

    /// <summary>The model of this feature.</summary>
    public static RequiredModel Requires(ObjectsOptions options) => new(options.Model, ModelTask.ObjectDetection);

    public Analysis Apply(FeatureContext context, Analysis analysis)
    {
        var model = context.Find(Requires(options.Value));
        using var outputs = new DetectorOutputs(model);
        outputs.Run(context, Feature);
        return analysis with
        {
            Objects = [.. outputs.Best(limits).Select(found => new DetectedObject(
                model.Labels[found.Class].Name,
                Confidences.Round(found.Score),
                found.Box.InPixels(context.Header.UprightWidth, context.Header.UprightHeight)))],
        };
    }
}
