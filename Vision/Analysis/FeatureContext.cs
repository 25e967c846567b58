using System.Diagnostics;
using Contracts;
using Vision.Decoding;
using Vision.Labels;
using Vision.Models;
using Vision.Models.Versions;
using Vision.Probing;
using Vision.Telemetry;

namespace Vision;

/// <summary>What a feature works with: the image, the options, and the tools whose use is measured. One feature uses it at a time.</summary>
internal sealed class FeatureContext(
    EncodedImage image, AnalysisOptions options, LoadedModel model, IImageDecoder decoder, VisionTelemetry telemetry)
{
    private Classification? classification;

    public AnalysisOptions Options => options;

    /// <summary>What the image's header says, for features whose pixels depend on its size.</summary>
    public ImageHeader Header => image.Header;

    /// <summary>The classifier that the request named.</summary>
    public LoadedModel Model => model;

    /// <summary>The models of the moment at which the analysis began.</summary>
    public ModelSet Models { get; init; } = ModelSet.Empty();

    /// <summary>Until when the caller waits.</summary>
    public Deadline Deadline { get; init; }

    /// <summary>Whether a feature has made do with less than it is set up for, so that the same request may be answered better later.</summary>
    public bool IsProvisional { get; private set; }

    /// <summary>Time spent in decoding so far.</summary>
    public TimeSpan DecodeTime { get; private set; }

    /// <summary>Time spent in waiting for workers so far.</summary>
    public TimeSpan QueueTime { get; private set; }

    /// <summary>Adds to the time that was spent in waiting for workers.</summary>
    public void Waited(TimeSpan duration) => QueueTime += duration;

    /// <summary>Finds the model that a feature needs; the same version for the whole analysis, whatever is promoted meanwhile.</summary>
    /// <exception cref="FeatureException"><c>feature_unavailable</c>: it is switched off, or not loaded.</exception>
    public LoadedModel Find(RequiredModel wanted) => Models.Find(wanted);

    /// <summary>Says that the same request may be answered better later.</summary>
    public void MarkProvisional() => IsProvisional = true;

    /// <summary>Decodes the pixels that a feature needs; the caller disposes of them.</summary>
    public PixelBuffer Decode(PixelRequest request)
    {
        using var activity = VisionTelemetry.Source.StartActivity("decode");
        var started = Stopwatch.GetTimestamp();
        var pixels = decoder.Decode(image, request);
        var elapsed = Stopwatch.GetElapsedTime(started);
        DecodeTime += elapsed;
        telemetry.Decoded(elapsed, image.Header);
        return pixels;
    }

    /// <summary>Runs the classifier that the request named, once for all features that need it.</summary>
    /// <param name="feature">The feature that asks.</param>
    public Classification Classify(Features feature)
    {
        if (classification is null)
        {
            using var pixels = Decode(model.PixelsFor(options));
            Run(model, feature, () => classification = model.Classifier.Classify(pixels));
        }

        return classification!;
    }

    /// <summary>Runs a model and records how long it took.</summary>
    public void Run(LoadedModel run, Features feature, Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        telemetry.Ran(Stopwatch.GetElapsedTime(started), run.Reference, feature);
    }
}
