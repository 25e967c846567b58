using Contracts;

namespace Vision.Models.Manifests;

/// <summary>What a classifier of somebody's own was trained on, and how well it did on what it had not seen.</summary>
public sealed record ModelTraining
{
    /// <summary>
    /// SHA-256 over a line <c>label TAB picture's digest LF</c> of each example, sorted by their characters; as <c>sha256:</c> and
    /// hexadecimal digits.
    /// </summary>
    public required string DataDigest { get; init; }

    /// <summary>Number of pictures of each class.</summary>
    public required IReadOnlyDictionary<string, int> Examples { get; init; }

    /// <summary>Accuracy on the pictures that were held out, with its 95 % confidence interval.</summary>
    public required HoldoutSummary Holdout { get; init; }

    /// <summary>Number of held-out pictures, of shape [truth, answer], in the order of the labels.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }

    /// <summary>Precision and recall of each class.</summary>
    public required IReadOnlyList<ClassQuality> PerClass { get; init; }
}
