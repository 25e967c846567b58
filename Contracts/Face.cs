namespace Contracts;

/// <summary>One face. Whose it is, is not told.</summary>
/// <param name="Confidence">The detector's score, 0 to 1, rounded to four decimals.</param>
/// <param name="Box">Where it is.</param>
/// <param name="Landmarks">Six points of it.</param>
public sealed record Face(float Confidence, BoundingBox Box, FaceLandmarks Landmarks);
