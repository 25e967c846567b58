using Contracts;

namespace ApiService.Similar;

/// <summary>The images that were analysed with their embedding: those of this process, or of all replicas.</summary>
internal interface ISimilarImages
{
    /// <summary>Keeps the embedding of an image, unless it is known.</summary>
    /// <param name="analysis">An analysis that holds one.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    ValueTask AddAsync(Analysis analysis, CancellationToken cancellationToken);

    /// <summary>Finds the images that are most like one of them; null if that one is not known.</summary>
    /// <param name="model">Whose embeddings are compared.</param>
    /// <param name="digest">The image.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    ValueTask<IReadOnlyList<SimilarImage>?> FindAsync(ModelReference model, string digest, int count, CancellationToken cancellationToken);
}
