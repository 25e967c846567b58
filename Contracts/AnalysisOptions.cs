namespace Contracts;

/// <summary>What a caller asks of one image. Two equal options and equal bytes give an equal analysis.</summary>
public sealed record AnalysisOptions
{
    /// <summary>The classifier for requests that name none, where the server is not set up otherwise.</summary>
    public const string DefaultModel = "efficientnet-lite2";

    /// <summary>The largest value of <see cref="Top"/>.</summary>
    public const int MaximumTop = 100;

    /// <summary>What to compute.</summary>
    public Features Features { get; init; } = Features.Labels;

    /// <summary>How many labels at most, 1 to 100.</summary>
    public int Top { get; init; } = 5;

    /// <summary>Labels below this probability are left out, 0 to 1.</summary>
    public float MinConfidence { get; init; }

    /// <summary>The classifier, as <c>name</c> (its live version) or <c>name@version</c>.</summary>
    public string Model { get; init; } = DefaultModel;

    /// <summary>Histogram equalisation before the resize.</summary>
    public Equalization Equalize { get; init; }

    /// <summary>How finely the text is told; nothing else depends on it.</summary>
    public TextDetail TextDetail { get; init; }
}
