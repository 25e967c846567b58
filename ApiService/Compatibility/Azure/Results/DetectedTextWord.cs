namespace ApiService.Compatibility.Azure.Results;

/// <summary>One word of a line.</summary>
internal sealed record DetectedTextWord(string Text, IReadOnlyList<ImagePoint> BoundingPolygon, float Confidence);
