namespace Contracts;

/// <summary>What the engine found in one image. Only the features that were asked for are present.</summary>
public sealed record Analysis
{
    /// <summary>The image's identity: <c>sha256:</c> and 64 hexadecimal digits over its encoded bytes.</summary>
    public required string Digest { get; init; }

    /// <summary>The facts of the file itself.</summary>
    public required ImageReport Image { get; init; }

    /// <summary>The classifier that gave <c>labels</c> and <c>embedding</c>.</summary>
    public required ModelReference Model { get; init; }

    /// <summary>The classes of highest probability, best first.</summary>
    public IReadOnlyList<Label>? Labels { get; init; }

    /// <summary>Broader terms whose classes together reach a probability of one half, from specific to general.</summary>
    public IReadOnlyList<Concept>? Concepts { get; init; }

    /// <summary>Things and people, most confident first.</summary>
    public IReadOnlyList<DetectedObject>? Objects { get; init; }

    /// <summary>Faces, most confident first.</summary>
    public IReadOnlyList<Face>? Faces { get; init; }

    /// <summary>Whether the image is safe for work.</summary>
    public Moderation? Moderation { get; init; }

    /// <summary>The text in the image.</summary>
    public RecognizedText? Text { get; init; }

    /// <summary>At most six dominant colours, greatest share first.</summary>
    public IReadOnlyList<DominantColor>? Colors { get; init; }

    /// <summary>A vector whose distance to others tells likeness, by <see cref="Model"/>.</summary>
    public Embedding? Embedding { get; init; }

    /// <summary>A sentence about the image.</summary>
    public Caption? Caption { get; init; }

    /// <summary>The features that were asked for and could not be computed; the rest of the analysis stays valid.</summary>
    public IReadOnlyList<FeatureError> Errors { get; init; } = [];
}
