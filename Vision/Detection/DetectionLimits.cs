namespace Vision.Detection;

/// <summary>Which of a detector's boxes are told.</summary>
/// <param name="Threshold">The lowest score.</param>
/// <param name="Overlap">How much two boxes of one class may overlap, as intersection over union.</param>
/// <param name="Maximum">How many at most.</param>
internal readonly record struct DetectionLimits(float Threshold, float Overlap, int Maximum);
