namespace Contracts;

/// <summary>One thing or person in an image.</summary>
/// <param name="Name">Its class, one of the 80 of COCO with the shipped model.</param>
/// <param name="Confidence">The detector's score, 0 to 1, rounded to four decimals.</param>
/// <param name="Box">Where it is.</param>
public sealed record DetectedObject(string Name, float Confidence, BoundingBox Box);
