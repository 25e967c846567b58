namespace Vision.Models.Manifests;

/// <summary>The tensor that a model takes.</summary>
public sealed record ModelInput
{
    /// <summary>Its name in the ONNX graph.</summary>
    public required string Name { get; init; }

    /// <summary>Type of its elements.</summary>
    public required TensorType Type { get; init; }

    /// <summary>Order of its dimensions.</summary>
    public required TensorLayout Layout { get; init; }

    /// <summary>Width in pixels; 0 where a text model takes any.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels; 0 where a text model takes any.</summary>
    public required int Height { get; init; }
}
