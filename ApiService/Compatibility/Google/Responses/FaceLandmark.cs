namespace ApiService.Compatibility.Google.Responses;

/// <summary>A point of a face.</summary>
internal sealed record FaceLandmark(FaceLandmarkType Type, Position Position);
