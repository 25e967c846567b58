using System.Diagnostics;
using Contracts;
using Vision.Decoding;
using Vision.Models;
using Vision.Telemetry;

namespace Vision;

/// <summary>What a feature works with: the image, the options, and the tools whose use is measured.</summary>
internal sealed class FeatureContext(
    EncodedImage image, AnalysisOptions options, LoadedModel model, IImageDecoder decoder, VisionTelemetry telemetry)
{
    public AnalysisOptions Options => options;

    /// <summary>The classifier that the request named.</summary>
    public LoadedModel Model => model;

    /// <summary>Time spent in decoding so far.</summary>
    public TimeSpan DecodeTime { get; private set; }

    /// <summary>Decodes the pixels that a feature needs; the caller disposes of them.</summary>
    public PixelBuffer Decode(PixelRequest request)
    {
        using var activity = VisionTelemetry.Source.StartActivity("decode");
        var started = Stopwatch.GetTimestamp();
        var pixels = decoder.Decode(image, request);
        var elapsed = Stopwatch.GetElapsedTime(started);
        DecodeTime += elapsed;
        telemetry.Decoded(elapsed, image.Header.Format);
        return pixels;
    }

    /// <summary>Runs a model and records how long it took.</summary>
    public void Run(LoadedModel run, Features feature, Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        telemetry.Ran(Stopwatch.GetElapsedTime(started), run.Reference, feature);
    }
}
