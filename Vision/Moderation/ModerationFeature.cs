using Contracts;
using Microsoft.Extensions.Options;
using Vision.Labels;
using Vision.Models;
using Vision.Models.Manifests;
using Vision.Models.Sessions;

namespace Vision.Moderation;

/// <summary>Whether an image is safe for work.</summary>
internal sealed class ModerationFeature(IOptions<ModerationOptions> options) : IImageFeature
{
    public Features Feature => Features.Moderation;

    /// <summary>The model of this feature.</summary>
    public static RequiredModel Requires(ModerationOptions options) => new(options.Model, ModelTask.Moderation);

    public Analysis Apply(FeatureContext context, Analysis analysis)
    {
        var model = context.Find(Requires(options.Value));
        var probabilities = new float[2];
        using var pixels = context.Decode(model.PixelsFor(context.Options));
        context.Run(model, Feature, () => model.Session.Run(
            pixels, new OutputTensor(model.Manifest.Outputs.Probabilities!, probabilities, [1, probabilities.Length])));
        var (safe, notSafe) = (Confidences.Round(probabilities[0]), Confidences.Round(probabilities[1]));
        return analysis with { Moderation = new Contracts.Moderation(safe, notSafe, notSafe >= (float)options.Value.Threshold) };
    }
}
