namespace Vision.Models.Manifests;

/// <summary>How often a model was right.</summary>
public sealed record ModelAccuracy
{
    /// <summary>Share of images whose best class was the right one, 0 to 1.</summary>
    public required double Top1 { get; init; }

    /// <summary>Share of images whose right class was among the best five, 0 to 1.</summary>
    public double? Top5 { get; init; }

    /// <summary>On which images.</summary>
    public required string Dataset { get; init; }
}
