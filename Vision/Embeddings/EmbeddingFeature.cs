using Contracts;

namespace Vision.Embeddings;

/// <summary>The vector of the requested classifier's network, from right before its classes.</summary>
internal sealed class EmbeddingFeature : IImageFeature
{
    public Features Feature => Features.Embedding;

    public Analysis Apply(FeatureContext context, Analysis analysis)
    {
        var embedding = context.Classify(Feature).Embedding;
        return embedding.Length > 0
            ? analysis with { Embedding = new Embedding(embedding.Length, embedding) }
            : throw new FeatureException(ErrorCodes.FeatureUnavailable, "The model that was asked for has no embedding.");
    }
}
