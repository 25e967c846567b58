namespace ApiService.Compatibility.Aws.Faces;

/// <summary>What <see cref="DetectFaces"/> answers.</summary>
internal sealed record DetectFacesResponse(IReadOnlyList<FaceDetail> FaceDetails);
