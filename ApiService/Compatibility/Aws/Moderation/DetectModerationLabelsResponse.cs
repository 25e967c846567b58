namespace ApiService.Compatibility.Aws.Moderation;

/// <summary>What <see cref="DetectModerationLabels"/> answers.</summary>
internal sealed record DetectModerationLabelsResponse(IReadOnlyList<ModerationLabel> ModerationLabels);
