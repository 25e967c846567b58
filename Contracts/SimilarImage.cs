namespace Contracts;

/// <summary>One image that is like another one.</summary>
/// <param name="Digest">Its identity, as in its analysis.</param>
/// <param name="Similarity">Cosine of the angle between the two embeddings, -1 to 1, rounded to four decimals.</param>
public sealed record SimilarImage(string Digest, float Similarity);
