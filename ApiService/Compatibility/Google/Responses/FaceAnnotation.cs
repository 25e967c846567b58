namespace ApiService.Compatibility.Google.Responses;

/// <summary>A face. What the engine cannot tell of its mood is said to be unknown.</summary>
/// <param name="BoundingPoly">Where it is.</param>
/// <param name="Landmarks">Six points of it.</param>
/// <param name="RollAngle">By how many degrees it is turned clockwise in the image.</param>
/// <param name="DetectionConfidence">The score of the detector, 0 to 1.</param>
internal sealed record FaceAnnotation(
    BoundingPoly BoundingPoly, IReadOnlyList<FaceLandmark> Landmarks, float RollAngle, float DetectionConfidence)
{
    public Likelihood JoyLikelihood { get; init; }

    public Likelihood SorrowLikelihood { get; init; }

    public Likelihood AngerLikelihood { get; init; }

    public Likelihood SurpriseLikelihood { get; init; }

    public Likelihood UnderExposedLikelihood { get; init; }

    public Likelihood BlurredLikelihood { get; init; }

    public Likelihood HeadwearLikelihood { get; init; }
}
