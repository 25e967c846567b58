using ApiService.Compatibility.Aws.Shapes;

namespace ApiService.Compatibility.Aws.Labels;

/// <summary>What <see cref="DetectLabels"/> is asked.</summary>
internal sealed record DetectLabelsRequest
{
    public RekognitionImage? Image { get; init; }

    /// <summary>How many labels at most.</summary>
    public int? MaxLabels { get; init; }

    /// <summary>Labels below this percentage are left out.</summary>
    public float? MinConfidence { get; init; }

    /// <summary><c>GENERAL_LABELS</c>, <c>IMAGE_PROPERTIES</c> or both.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    public DetectLabelsSettings? Settings { get; init; }
}
