using ApiService.Compatibility.Google.Responses;
using Contracts;

namespace ApiService.Compatibility.Google.Mapping;

/// <summary><c>FACE_DETECTION</c>. The engine names the sides of a face as the person does, Google as who looks at the image does.</summary>
internal static class FaceMapper
{
    public static IReadOnlyList<FaceAnnotation> Map(Analysis analysis, int limit) =>
        [.. (analysis.Faces ?? []).Take(limit).Select(face => Map(face, analysis.Image))];

    /// <summary>By how many degrees the line from the eye on the left to the one on the right falls: clockwise is positive.</summary>
    public static float RollOf(FaceLandmarks points)
    {
        var (left, right) = (points.RightEye, points.LeftEye);
        return (float)(Math.Atan2(right.Y - left.Y, right.X - left.X) * 180 / Math.PI);
    }

    private static FaceAnnotation Map(Face face, ImageReport image) =>
        new(Polygons.Of(face.Box, image), Landmarks(face.Landmarks), RollOf(face.Landmarks), face.Confidence);

    private static IReadOnlyList<FaceLandmark> Landmarks(FaceLandmarks points) =>
    [
        Landmark(FaceLandmarkType.LeftEye, points.RightEye),
        Landmark(FaceLandmarkType.RightEye, points.LeftEye),
        Landmark(FaceLandmarkType.NoseTip, points.Nose),
        Landmark(FaceLandmarkType.MouthCenter, points.Mouth),
        Landmark(FaceLandmarkType.LeftEarTragion, points.RightEar),
        Landmark(FaceLandmarkType.RightEarTragion, points.LeftEar),
    ];

    private static FaceLandmark Landmark(FaceLandmarkType type, PixelPoint point) => new(type, new Position(point.X, point.Y));
}
