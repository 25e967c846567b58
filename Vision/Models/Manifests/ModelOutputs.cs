namespace Vision.Models.Manifests;

/// <summary>Names of the tensors that a model gives.</summary>
public sealed record ModelOutputs
{
    /// <summary>float32 [batch, classes], before the softmax.</summary>
    public required string Logits { get; init; }

    /// <summary>float32 [batch, dimensions], a vector whose distance to others tells likeness; where the model has one.</summary>
    public string? Embedding { get; init; }
}
