using System.Diagnostics;
using Contracts;
using Microsoft.Extensions.Logging;
using Vision.Decoding;
using Vision.Models;
using Vision.Telemetry;

namespace Vision;

/// <summary>Runs the features that were asked for over one image, on the thread that calls it.</summary>
internal sealed partial class AnalysisEngine(
    IImageDecoder decoder, IEnumerable<IImageFeature> features, VisionTelemetry telemetry, ILogger<AnalysisEngine> logger)
{
    private readonly IImageFeature[] features = [.. features.OrderBy(feature => feature.Feature)];

    public AnalysisOutcome Analyze(
        EncodedImage image,
        AnalysisOptions options,
        LoadedModel model,
        TimeSpan queued,
        IProgress<AnalysisEvent>? progress,
        CancellationToken cancellationToken)
    {
        var context = new FeatureContext(image, options, model, decoder, telemetry);
        var analysis = new Analysis { Digest = image.Digest, Image = ImageReports.Of(image), Model = model.Reference };
        var timings = new List<StageTiming>();
        foreach (var feature in features.Where(feature => options.Features.HasFlag(feature.Feature)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(AnalysisEvent.Progress(FeatureNames.Of(feature.Feature)));
            var decodedBefore = context.DecodeTime;
            var started = Stopwatch.GetTimestamp();
            analysis = Apply(feature, context, analysis);
            var decoding = context.DecodeTime - decodedBefore;
            progress?.Report(AnalysisEvent.Feature(feature.Feature, analysis));
            timings.Add(new StageTiming(FeatureNames.Of(feature.Feature), Stopwatch.GetElapsedTime(started) - decoding));
        }

        return new AnalysisOutcome(
            WithUnavailable(analysis, options.Features),
            [new StageTiming("queue", queued), new StageTiming("decode", context.DecodeTime), .. timings]);
    }

    private Analysis Apply(IImageFeature feature, FeatureContext context, Analysis analysis)
    {
        var name = FeatureNames.Of(feature.Feature);
        using var activity = VisionTelemetry.Source.StartActivity(name);
        try
        {
            return feature.Apply(context, analysis);
        }
        catch (Exception exception) when (exception is not (ProblemException or OperationCanceledException))
        {
            LogFailed(logger, name, exception);
            var error = new FeatureError(name, ErrorCodes.FeatureFailed.Code, "This feature failed; the trace id leads to the log.");
            return analysis with { Errors = [.. analysis.Errors, error] };
        }
    }

    private Analysis WithUnavailable(Analysis analysis, Features asked)
    {
        var missing = FeatureNames.Split(asked).Where(wanted => features.All(feature => feature.Feature != wanted));
        var errors = missing.Select(wanted => new FeatureError(
            FeatureNames.Of(wanted), ErrorCodes.FeatureUnavailable.Code, "This feature is not set up on this server."));
        return analysis with { Errors = [.. analysis.Errors, .. errors] };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Feature {Feature} failed")]
    private static partial void LogFailed(ILogger logger, string feature, Exception exception);
}
