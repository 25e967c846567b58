namespace ApiService.Compatibility.Aws.Faces;

/// <summary>One point of a face, in shares of the image. Left and right are those of whoever looks at the picture.</summary>
internal sealed record FaceLandmark(string Type, float X, float Y);
