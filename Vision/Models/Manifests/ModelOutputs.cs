namespace Vision.Models.Manifests;

/// <summary>Names of the tensors that a model gives; which of them it must have depends on its task.</summary>
public sealed record ModelOutputs
{
    /// <summary>Classification: float32 [batch, classes], before the softmax.</summary>
    public string? Logits { get; init; }

    /// <summary>
    /// Classification: float32 [batch, dimensions], a vector whose distance to others tells likeness; where the model has one.
    /// </summary>
    public string? Embedding { get; init; }

    /// <summary>Detection: float32 [1, candidates, 4], the boxes as x1, y1, x2, y2 in shares of the input's sides.</summary>
    public string? Boxes { get; init; }

    /// <summary>Detection: float32 [1, candidates, classes], or [1, candidates] where there is one class; 0 to 1.</summary>
    public string? Scores { get; init; }

    /// <summary>Face detection: float32 [1, candidates, 6, 2], points as x, y in shares of the input's sides.</summary>
    public string? Landmarks { get; init; }

    /// <summary>
    /// Moderation: float32 [batch, 2], safe and unsafe. Text detection: float32 [batch, 1, height, width]. Text recognition:
    /// float32 [batch, steps, characters]. All 0 to 1.
    /// </summary>
    public string? Probabilities { get; init; }
}
