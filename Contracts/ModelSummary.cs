namespace Contracts;

/// <summary>One model and its versions.</summary>
public sealed record ModelSummary
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, for instance <c>classification</c>.</summary>
    public required string Task { get; init; }

    /// <summary>The version that is live; null where none has been promoted, and requests must name one.</summary>
    public string? Version { get; init; }

    /// <summary>Every version that is loaded.</summary>
    public required IReadOnlyList<ModelVersionSummary> Versions { get; init; }

    /// <summary>Side of the model's square input in pixels.</summary>
    public required int InputSize { get; init; }

    /// <summary>Number of classes.</summary>
    public required int Classes { get; init; }

    /// <summary>SPDX identifier of the weights' licence.</summary>
    public required string Licence { get; init; }

    /// <summary>Whether requests that name no model use this one.</summary>
    public bool Default { get; init; }
}
