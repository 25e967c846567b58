using Contracts;
using Vision.Admission;
using Vision.Models;

namespace Vision;

/// <summary>The engine of this process, behind its bounded queue.</summary>
internal sealed class LocalImageAnalyzer(AdmissionQueue queue, ModelRepository models, AnalysisEngine engine) : IImageAnalyzer
{
    public Task<AnalysisOutcome> AnalyzeAsync(
        EncodedImage image, AnalysisOptions options, IProgress<AnalysisEvent>? progress, CancellationToken cancellationToken)
    {
        var model = models.Find(options.Model);
        progress?.Report(AnalysisEvent.Progress("queue"));
        return queue.RunAsync(
            queued => engine.Analyze(image, options, model, queued, progress, cancellationToken), cancellationToken);
    }
}
