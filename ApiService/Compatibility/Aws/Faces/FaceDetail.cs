using ApiService.Compatibility.Aws.Shapes;

namespace ApiService.Compatibility.Aws.Faces;

/// <summary>One face.</summary>
internal sealed record FaceDetail(RelativeBox BoundingBox, IReadOnlyList<FaceLandmark> Landmarks, float Confidence);
