using System.Text.Json.Serialization;

namespace Contracts;

/// <summary>What a training ended with: the result of a job that <c>POST /api/classifiers</c> made.</summary>
public sealed record TrainingResult
{
    /// <summary>The version that was made, promoted or not.</summary>
    public required ModelReference Model { get; init; }

    /// <summary>The labels, in the order of <see cref="Confusion"/> and <see cref="PerClass"/>.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Number of different pictures; one that came twice counts once.</summary>
    public required int Examples { get; init; }

    /// <summary>How often pictures were recognised that had no part in the training.</summary>
    public required HoldoutSummary Holdout { get; init; }

    /// <summary>Number of held-out pictures, of shape [truth, answer].</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }

    /// <summary>The same for each class.</summary>
    public required IReadOnlyList<ClassQuality> PerClass { get; init; }

    /// <summary>Whether the version is live now.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required bool Promoted { get; init; }

    /// <summary>Why it was promoted, or why not, in a sentence.</summary>
    public required string Reason { get; init; }
}
