namespace ApiService.Compatibility.Google.Responses;

/// <summary>A polygon in shares of the width and the height of the image; on the wire it is a bounding polygon too.</summary>
internal sealed record NormalizedPoly(IReadOnlyList<NormalizedVertex> NormalizedVertices);
