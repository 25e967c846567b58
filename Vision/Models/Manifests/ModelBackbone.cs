namespace Vision.Models.Manifests;

/// <summary>The version of a network whose embeddings a classifier's head was trained on.</summary>
public sealed record ModelBackbone
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its version; a head fits no other.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of its ONNX file in hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
}
