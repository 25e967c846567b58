namespace ApiService.Compatibility.Aws.Labels;

/// <summary>What <see cref="DetectLabels"/> answers.</summary>
internal sealed record DetectLabelsResponse(
    IReadOnlyList<RekognitionLabel> Labels, string? LabelModelVersion, ImageProperties? ImageProperties);
