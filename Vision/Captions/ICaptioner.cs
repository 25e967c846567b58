using Contracts;

namespace Vision.Captions;

/// <summary>Puts an image into a sentence.</summary>
internal interface ICaptioner
{
    /// <summary>Describes the image of an analysis.</summary>
    /// <param name="run">The image, what the other features find in it, and how much time there is.</param>
    /// <param name="analysis">What has been found so far.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The caption, or null where this captioner has none; then the next one is asked.</returns>
    Task<Caption?> DescribeAsync(AnalysisRun run, Analysis analysis, CancellationToken cancellationToken);
}
