namespace ApiService.Compatibility.Aws.Texts;

/// <summary>What <see cref="DetectText"/> answers.</summary>
internal sealed record DetectTextResponse(IReadOnlyList<TextDetection> TextDetections);
