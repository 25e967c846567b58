using Contracts;

namespace Vision;

/// <summary>
/// One thing that is computed of an image elsewhere than on the workers of the engine, because it would keep them from the others:
/// on workers of its own, or by another service. It may fail alone.
/// </summary>
internal interface IAwaitedFeature
{
    /// <summary>Which feature this is.</summary>
    Features Feature { get; }

    /// <summary>Adds its result to an analysis.</summary>
    /// <param name="run">The image, and what the other features find in it.</param>
    /// <param name="analysis">What has been found so far.</param>
    /// <param name="cancellationToken">Ends the work; the image's memory is valid until the task has ended.</param>
    /// <exception cref="FeatureException">It cannot be computed, and callers are told why.</exception>
    Task<Analysis> ApplyAsync(AnalysisRun run, Analysis analysis, CancellationToken cancellationToken);
}
