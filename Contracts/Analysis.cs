namespace Contracts;

/// <summary>What the engine found in one image. Only the features that were asked for are present.</summary>
public sealed record Analysis
{
    /// <summary>The image's identity: <c>sha256:</c> and 64 hexadecimal digits over its encoded bytes.</summary>
    public required string Digest { get; init; }

    /// <summary>The facts of the file itself.</summary>
    public required ImageReport Image { get; init; }

    /// <summary>The classifier that gave <c>labels</c>.</summary>
    public required ModelReference Model { get; init; }

    /// <summary>The classes of highest probability, best first.</summary>
    public IReadOnlyList<Label>? Labels { get; init; }

    /// <summary>Broader terms whose classes together reach a probability of one half, from specific to general.</summary>
    public IReadOnlyList<Concept>? Concepts { get; init; }

    /// <summary>The features that were asked for and could not be computed; the rest of the analysis stays valid.</summary>
    public IReadOnlyList<FeatureError> Errors { get; init; } = [];
}
