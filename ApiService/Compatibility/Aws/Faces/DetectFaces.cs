using System.Text.Json;
using ApiService.Compatibility.Aws.Shapes;
using Contracts;

namespace ApiService.Compatibility.Aws.Faces;

/// <summary>Finds faces, with three of their points.</summary>
internal sealed class DetectFaces : IRekognitionOperation
{
    private static readonly string[] Attributes =
    [
        "DEFAULT", "ALL", "AGE_RANGE", "BEARD", "EMOTIONS", "EYE_DIRECTION", "EYEGLASSES", "EYES_OPEN", "FACE_OCCLUDED", "GENDER",
        "MOUTH_OPEN", "MUSTACHE", "SMILE", "SUNGLASSES",
    ];

    public string Name => "DetectFaces";

    public async Task<ReadOnlyMemory<byte>> AnswerAsync(RekognitionCall call, CancellationToken cancellationToken)
    {
        var request = call.Read(AwsJsonContext.Default.DetectFacesRequest);
        InvalidParameter.Unless(
            request.Attributes is null || request.Attributes.All(Attributes.Contains), $"Attributes are {string.Join(", ", Attributes)}.");
        var analysis = await call.AnalyzeAsync(request.Image, Features.Faces, cancellationToken);
        var answer = new DetectFacesResponse([.. analysis.Faces!.Select(face => Detail(face, analysis.Image))]);
        return JsonSerializer.SerializeToUtf8Bytes(answer, AwsJsonContext.Default.DetectFacesResponse);
    }

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
