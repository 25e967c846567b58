using System.Text.Json;
using ApiService.Compatibility.Aws.Shapes;

namespace ApiService.Compatibility.Aws.Moderation;

/// <summary>What <see cref="DetectModerationLabels"/> is asked.</summary>
internal sealed record DetectModerationLabelsRequest
{
    public RekognitionImage? Image { get; init; }

    /// <summary>Labels below this percentage are left out.</summary>
    public float? MinConfidence { get; init; }

    public JsonElement? HumanLoopConfig { get; init; }

    public string? ProjectVersion { get; init; }
}
