namespace ApiService.Compatibility.Azure.Results;

/// <summary>A term that fits the image, or a thing in it.</summary>
internal sealed record DetectedTag(string Name, float Confidence);
