namespace Contracts;

/// <summary>Six points of a face; right and left are the person's own. A point may lie outside the image where the face does.</summary>
/// <param name="RightEye">Middle of the right eye.</param>
/// <param name="LeftEye">Middle of the left eye.</param>
/// <param name="Nose">Tip of the nose.</param>
/// <param name="Mouth">Middle of the mouth.</param>
/// <param name="RightEar">The right ear.</param>
/// <param name="LeftEar">The left ear.</param>
public sealed record FaceLandmarks(
    PixelPoint RightEye, PixelPoint LeftEye, PixelPoint Nose, PixelPoint Mouth, PixelPoint RightEar, PixelPoint LeftEar);
