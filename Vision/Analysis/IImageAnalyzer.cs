using Contracts;

namespace Vision;

/// <summary>Bytes in, analysis out: here in this process, or at the inference service.</summary>
public interface IImageAnalyzer
{
    /// <summary>Analyses one image.</summary>
    /// <param name="image">The image; its memory must stay valid until the task ends.</param>
    /// <param name="options">What to compute.</param>
    /// <param name="progress">Is told of each stage and each feature that is done, from any thread; null for nobody.</param>
    /// <param name="cancellationToken">Ends the work, also while it waits: the caller left or its deadline passed.</param>
    /// <returns>The analysis and how long each stage took.</returns>
    /// <exception cref="ProblemException">The image is corrupt, the model is unknown, the queue is full, or the service is away.</exception>
    Task<AnalysisOutcome> AnalyzeAsync(
        EncodedImage image, AnalysisOptions options, IProgress<AnalysisEvent>? progress, CancellationToken cancellationToken) =>
        AnalyzeAsync(image, options, progress, Deadline.None, cancellationToken);

    /// <summary>Analyses one image for a caller who waits for a certain time.</summary>
    /// <param name="image">The image; its memory must stay valid until the task ends.</param>
    /// <param name="options">What to compute.</param>
    /// <param name="progress">Is told of each stage and each feature that is done, from any thread; null for nobody.</param>
    /// <param name="deadline">Until when a feature that can make do with less time has to be done. It ends nothing by itself.</param>
    /// <param name="cancellationToken">Ends the work, also while it waits: the caller left or its deadline passed.</param>
    /// <returns>The analysis and how long each stage took.</returns>
    /// <exception cref="ProblemException">The image is corrupt, the model is unknown, the queue is full, or the service is away.</exception>
    Task<AnalysisOutcome> AnalyzeAsync(
        EncodedImage image, AnalysisOptions options, IProgress<AnalysisEvent>? progress, Deadline deadline, CancellationToken cancellationToken);
}
