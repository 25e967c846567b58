using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vision.Admission;
using Vision.Decoding;
using Vision.Labels;

namespace Vision.Models.Shadow;

/// <summary>Has the candidate look at one image after the other, each only while no caller waits for a worker.</summary>
internal sealed partial class ShadowRuns(
    IOptions<ShadowOptions> options,
    ShadowQueue queue,
    ModelRepository models,
    IImageDecoder decoder,
    AdmissionQueue workers,
    ShadowTelemetry telemetry,
    ILogger<ShadowRuns> logger) : BackgroundService
{
    private readonly string candidate = $"{options.Value.Model}@{options.Value.Version}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var image in queue.Images.ReadAllAsync(stoppingToken))
        {
            using (image)
            {
                if (workers.IsIdle)
                {
                    await TryCompareAsync(image, stoppingToken);
                }
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with a candidate must not touch the engine that answers.")]
    private async Task TryCompareAsync(ShadowImage image, CancellationToken cancellationToken)
    {
        try
        {
            using var use = models.Use();
            if (use.Models.TryFind(candidate) is { } model)
            {
                var best = await workers.RunAsync(_ => Classify(image, model), cancellationToken);
                telemetry.Compared(model.Reference, best == image.Best);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(logger, candidate, exception);
        }
    }

    private string Classify(ShadowImage image, LoadedModel model)
    {
        using var pixels = decoder.Decode(image.Image, model.PixelsFor(image.Options));
        var started = Stopwatch.GetTimestamp();
        var probabilities = model.Classifier.Classify(pixels).Probabilities;
        telemetry.Ran(model.Reference, Stopwatch.GetElapsedTime(started));
        Span<int> best = stackalloc int[1];
        TopK.Select(probabilities, best);
        return model.Labels[best[0]].Id;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The candidate {Candidate} could not be compared")]
    private static partial void LogFailed(ILogger logger, string candidate, Exception exception);
}
