using System.Diagnostics;
using Contracts;
using Microsoft.Extensions.Logging;
using Vision.Admission;
using Vision.Telemetry;

namespace Vision;

/// <summary>One analysis of one image: which features run, where, and what their caller is told meanwhile.</summary>
internal sealed partial class AnalysisRun(
    FeatureContext context,
    FeatureSet features,
    AdmissionQueue workers,
    VisionTelemetry telemetry,
    IProgress<AnalysisEvent>? progress,
    ILogger logger)
{
    private readonly List<StageTiming> timings = [];

    public FeatureContext Context => context;

    /// <summary>Computes what the request asks for.</summary>
    /// <param name="analysis">The analysis without any feature.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<AnalysisOutcome> RunAsync(Analysis analysis, CancellationToken cancellationToken)
    {
        var asked = context.Options.Features;
        analysis = await AddAsync(asked, analysis, cancellationToken);
        analysis = analysis with { Errors = [.. analysis.Errors, .. features.Unavailable(asked)] };
        return new AnalysisOutcome(
            analysis, [new StageTiming("queue", context.QueueTime), new StageTiming("decode", context.DecodeTime), .. timings])
        {
            IsProvisional = context.IsProvisional,
        };
    }

    /// <summary>
    /// Gives an analysis with more features than the request asks for, for a feature that builds on others. What is there already
    /// is not computed again, and what fails stays away.
    /// </summary>
    /// <param name="wanted">The features that are needed.</param>
    /// <param name="analysis">What has been found so far; it is not changed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Analysis> WithAsync(Features wanted, Analysis analysis, CancellationToken cancellationToken) =>
        AddAsync(wanted & ~context.Options.Features, analysis, cancellationToken);

    private async Task<Analysis> AddAsync(Features wanted, Analysis analysis, CancellationToken cancellationToken)
    {
        var computed = features.Computed(wanted);
        if (computed.Count > 0)
        {
            analysis = await workers.RunAsync(
                queued =>
                {
                    context.Waited(queued);
                    return Compute(computed, analysis, cancellationToken);
                },
                cancellationToken);
        }

        foreach (var feature in features.Awaited(wanted))
        {
            var started = Begin(feature.Feature);
            analysis = await AwaitAsync(feature, analysis, cancellationToken);
            End(feature.Feature, started, analysis);
        }

        return analysis;
    }

    private Analysis Compute(IReadOnlyList<IImageFeature> computed, Analysis analysis, CancellationToken cancellationToken)
    {
        foreach (var feature in computed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var started = Begin(feature.Feature);
            analysis = Compute(feature, analysis);
            End(feature.Feature, started, analysis);
        }

        return analysis;
    }

    private Analysis Compute(IImageFeature feature, Analysis analysis)
    {
        using var activity = VisionTelemetry.Source.StartActivity(FeatureNames.Of(feature.Feature));
        try
        {
            return feature.Apply(context, analysis);
        }
        catch (Exception exception) when (IsOfFeature(exception))
        {
            return WithError(feature.Feature, exception, analysis);
        }
    }

    private async Task<Analysis> AwaitAsync(IAwaitedFeature feature, Analysis analysis, CancellationToken cancellationToken)
    {
        using var activity = VisionTelemetry.Source.StartActivity(FeatureNames.Of(feature.Feature));
        try
        {
            return await feature.ApplyAsync(this, analysis, cancellationToken);
        }
        catch (Exception exception) when (IsOfFeature(exception))
        {
            return WithError(feature.Feature, exception, analysis);
        }
    }

    // A corrupt image, and a caller who has left, end the whole analysis.
    private static bool IsOfFeature(Exception exception) => exception is not (ProblemException or OperationCanceledException);

    private Analysis WithError(Features feature, Exception exception, Analysis analysis)
    {
        var name = FeatureNames.Of(feature);
        if (exception is not FeatureException known)
        {
            LogFailed(logger, name, exception);
            known = new FeatureException(ErrorCodes.FeatureFailed, "This feature failed; the trace id leads to the log.");
        }

        telemetry.Failed(feature, known.Code);
        Activity.Current?.SetStatus(ActivityStatusCode.Error).SetTag(SpanAttributes.ErrorType, known.Code.Code);
        return analysis with { Errors = [.. analysis.Errors, new FeatureError(name, known.Code.Code, known.Message)] };
    }

    /// <summary>Tells the caller that a feature begins, and gives the clocks as they stand.</summary>
    private (long Now, TimeSpan Elsewhere) Begin(Features feature)
    {
        if (IsAsked(feature))
        {
            progress?.Report(AnalysisEvent.Progress(FeatureNames.Of(feature)));
        }

        return (Stopwatch.GetTimestamp(), context.DecodeTime + context.QueueTime);
    }

    private void End(Features feature, (long Now, TimeSpan Elsewhere) started, Analysis analysis)
    {
        var elsewhere = context.DecodeTime + context.QueueTime - started.Elsewhere;
        var duration = Stopwatch.GetElapsedTime(started.Now) - elsewhere;
        telemetry.Computed(duration, feature);
        if (IsAsked(feature))
        {
            progress?.Report(AnalysisEvent.Feature(feature, analysis));
            timings.Add(new StageTiming(FeatureNames.Of(feature), duration));
        }
    }

    private bool IsAsked(Features feature) => context.Options.Features.HasFlag(feature);

    [LoggerMessage(Level = LogLevel.Error, Message = "Feature {Feature} failed")]
    private static partial void LogFailed(ILogger logger, string feature, Exception exception);
}
