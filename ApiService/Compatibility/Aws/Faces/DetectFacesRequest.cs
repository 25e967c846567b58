using ApiService.Compatibility.Aws.Shapes;

namespace ApiService.Compatibility.Aws.Faces;

/// <summary>What <see cref="DetectFaces"/> is asked.</summary>
internal sealed record DetectFacesRequest
{
    public RekognitionImage? Image { get; init; }

    /// <summary>What shall be told of each face; what the engine does not know is left out.</summary>
    public IReadOnlyList<string>? Attributes { get; init; }
}
