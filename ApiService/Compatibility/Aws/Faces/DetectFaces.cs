using ApiService.Compatibility.Aws.Shapes;
using Contracts;

namespace ApiService.Compatibility.Aws.Faces;

/// <summary>Finds faces, with three of their points.</summary>
internal sealed class DetectFaces(CloudAnalyzer analyzer) : RekognitionOperation<DetectFacesRequest, DetectFacesResponse>(
    analyzer, AwsJsonContext.Default.DetectFacesRequest, AwsJsonContext.Default.DetectFacesResponse)
{
    private static readonly string[] Attributes =
    [
        "DEFAULT", "ALL", "AGE_RANGE", "BEARD", "EMOTIONS", "EYE_DIRECTION", "EYEGLASSES", "EYES_OPEN", "FACE_OCCLUDED", "GENDER",
        "MOUTH_OPEN", "MUSTACHE", "SMILE", "SUNGLASSES",
    ];

    public override string Name => "DetectFaces";

    protected override Features Check(DetectFacesRequest request)
    {
        InvalidParameter.Unless(
            request.Attributes is null || request.Attributes.All(Attributes.Contains), $"Attributes are {string.Join(", ", Attributes)}.");
        return Features.Faces;
    }

    protected override ValueTask<DetectFacesResponse> AnswerAsync(
        DetectFacesRequest request, Analysis analysis, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new DetectFacesResponse([.. analysis.Faces!.Select(face => Detail(face, analysis.Image))]));

    // The engine names the person's own sides, Rekognition those of whoever looks at the picture.
    private static FaceDetail Detail(Face face, ImageReport image) => new(
        RelativeBox.Of(face.Box, image),
        [
            Landmark("eyeLeft", face.Landmarks.RightEye, image),
            Landmark("eyeRight", face.Landmarks.LeftEye, image),
            Landmark("nose", face.Landmarks.Nose, image),
        ],
        Percent.Of(face.Confidence));

    private static FaceLandmark Landmark(string type, PixelPoint point, ImageReport image)
    {
        var place = RelativePoint.Of(point, image);
        return new FaceLandmark(type, place.X, place.Y);
    }
}
