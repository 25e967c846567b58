using Vision.Decoding;

namespace Vision.Models.Manifests;

/// <summary>
/// How an image becomes a model's input. What has a default has a setter, because the JSON generator would put zero in the place
/// of the default of an <c>init</c> member.
/// </summary>
public sealed record ModelPreprocessing
{
    /// <summary>Which part of the image the model looks at.</summary>
    public required CropRule Crop { get; init; }

    /// <summary>The share that <see cref="Crop"/> keeps, above 0 and at most 1.</summary>
    public double CropFraction { get; set; } = 1;

    /// <summary>The filter of the resize.</summary>
    public required ResizeKernel Kernel { get; init; }

    /// <summary>The order in which the tensor holds the colours.</summary>
    public ChannelOrder Channels { get; set; } = ChannelOrder.Rgb;

    /// <summary>For float32 inputs: what is taken from each of red, green and blue after the division by 255; nothing by default.</summary>
    public IReadOnlyList<float> Mean { get; set; } = [0, 0, 0];

    /// <summary>For float32 inputs: by what each of red, green and blue is divided then; one by default.</summary>
    public IReadOnlyList<float> Std { get; set; } = [1, 1, 1];
}
