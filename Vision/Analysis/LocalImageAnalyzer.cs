using Contracts;
using Vision.Admission;
using Vision.Models;

namespace Vision;

/// <summary>The engine of this process, behind its bounded queue.</summary>
internal sealed class LocalImageAnalyzer(AdmissionQueue queue, ModelRepository models, AnalysisEngine engine) : IImageAnalyzer
{
    public Task<AnalysisOutcome> AnalyzeAsync(
        EncodedImage image, AnalysisOptions options, CancellationToken cancellationToken)
    {
        var model = models.Find(options.Model);
        return queue.RunAsync(
            queued => engine.Analyze(image, options, model, queued, cancellationToken), cancellationToken);
    }
}
