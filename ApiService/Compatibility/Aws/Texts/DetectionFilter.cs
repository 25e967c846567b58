namespace ApiService.Compatibility.Aws.Texts;

/// <summary>How sure and how large a word must be, in percent and in shares of the image.</summary>
internal sealed record DetectionFilter(float? MinConfidence, float? MinBoundingBoxHeight, float? MinBoundingBoxWidth);
