namespace ApiService.Compatibility.Azure.Results;

/// <summary>A sentence about the image.</summary>
internal sealed record CaptionResult(string Text, float Confidence);
