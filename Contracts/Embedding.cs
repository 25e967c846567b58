namespace Contracts;

/// <summary>A vector of length one whose inner product with others of the same model version tells likeness.</summary>
/// <param name="Dimensions">Number of values.</param>
/// <param name="Values">The values.</param>
public sealed record Embedding(int Dimensions, IReadOnlyList<float> Values);
