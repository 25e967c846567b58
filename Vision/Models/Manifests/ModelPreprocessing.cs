using Vision.Decoding;

namespace Vision.Models.Manifests;

/// <summary>How an image becomes a model's input.</summary>
public sealed record ModelPreprocessing
{
    /// <summary>Which part of the image the model looks at.</summary>
    public required CropRule Crop { get; init; }

    /// <summary>The share that <see cref="Crop"/> keeps, above 0 and at most 1.</summary>
    public double CropFraction { get; init; } = 1;

    /// <summary>The filter of the resize.</summary>
    public required ResizeKernel Kernel { get; init; }
}
