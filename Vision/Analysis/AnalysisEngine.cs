using Contracts;
using Microsoft.Extensions.Logging;
using Vision.Admission;
using Vision.Decoding;
using Vision.Models;
using Vision.Models.Shadow;
using Vision.Telemetry;

namespace Vision;

/// <summary>The engine of this process, behind its bounded queue.</summary>
internal sealed class AnalysisEngine(
    ModelRepository models,
    IImageDecoder decoder,
    FeatureSet features,
    AdmissionQueue workers,
    VisionTelemetry telemetry,
    ShadowQueue shadow,
    ILogger<AnalysisEngine> logger) : IImageAnalyzer
{
    public async Task<AnalysisOutcome> AnalyzeAsync(
        EncodedImage image, AnalysisOptions options, IProgress<AnalysisEvent>? progress, Deadline deadline, CancellationToken cancellationToken)
    {
        using var use = await models.UseAsync(options.Model, cancellationToken);
        var model = use.Models.Find(options.Model);
        progress?.Report(AnalysisEvent.Progress("queue"));
        var context = new FeatureContext(image, options, model, decoder, telemetry) { Models = use.Models, Deadline = deadline };
        var run = new AnalysisRun(context, features, workers, telemetry, progress, logger);
        var analysis = new Analysis { Digest = image.Digest, Image = ImageReports.Of(image), Model = model.Reference };
        var outcome = await run.RunAsync(analysis, cancellationToken);
        shadow.Offer(image, options, outcome.Analysis);
        return outcome with { Models = use.Models.LiveBesideClassifiers };
    }
}
