namespace ApiService.Compatibility.Azure.Results;

/// <summary>One line of text and its words.</summary>
internal sealed record DetectedTextLine(
    string Text, IReadOnlyList<ImagePoint> BoundingPolygon, IReadOnlyList<DetectedTextWord> Words);
