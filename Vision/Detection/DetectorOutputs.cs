using Contracts;
using Vision.Models;

namespace Vision.Detection;

/// <summary>What a detector gives of one image: boxes with scores, and points where its manifest names them.</summary>
internal sealed class DetectorOutputs : IDisposable
{
    private readonly LoadedModel model;
    private readonly RentedTensor boxes;
    private readonly RentedTensor scores;
    private readonly RentedTensor? landmarks;

    public DetectorOutputs(LoadedModel model)
    {
        this.model = model;
        var outputs = model.Manifest.Outputs;
        boxes = new RentedTensor(model.Session, outputs.Boxes!);
        scores = new RentedTensor(model.Session, outputs.Scores!);
        landmarks = outputs.Landmarks is null ? null : new RentedTensor(model.Session, outputs.Landmarks);
    }

    /// <summary>Points of all boxes, of shape [rows, points, 2], as x, y in shares of the image's sides.</summary>
    public ReadOnlySpan<float> Landmarks => landmarks is null ? [] : landmarks.Values;

    /// <summary>Runs the detector on the image, equalised where the request asks for that.</summary>
    public void Run(FeatureContext context, Features feature)
    {
        using var pixels = context.Decode(model.PixelsFor(context.Options));
        context.Run(model, feature, () => model.Session.Run(
            pixels, landmarks is null ? [boxes.Target, scores.Target] : [boxes.Target, scores.Target, landmarks.Target]));
    }

    /// <summary>The boxes that are told, best first.</summary>
    public List<Candidate> Best(DetectionLimits limits) =>
        NonMaximumSuppression.Apply(CandidateSelection.Select(scores.Values, boxes.Values, limits.Threshold), limits);

    public void Dispose()
    {
        boxes.Dispose();
        scores.Dispose();
        landmarks?.Dispose();
    }
}
