using ApiService.Compatibility.Aws.Shapes;

namespace ApiService.Compatibility.Aws.Texts;

/// <summary>What <see cref="DetectText"/> is asked.</summary>
internal sealed record DetectTextRequest
{
    public RekognitionImage? Image { get; init; }

    public DetectTextFilters? Filters { get; init; }
}
