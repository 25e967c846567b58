namespace Contracts;

/// <summary>The answer of <c>GET /api/similar/{digest}</c>.</summary>
/// <param name="Digest">The image that was asked about.</param>
/// <param name="Model">The model whose embeddings were compared.</param>
/// <param name="Similar">The images that are most like it, most similar first; itself left out.</param>
public sealed record SimilarImages(string Digest, ModelReference Model, IReadOnlyList<SimilarImage> Similar);
