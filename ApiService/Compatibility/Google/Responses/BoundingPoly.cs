namespace ApiService.Compatibility.Google.Responses;

/// <summary>A polygon in the pixels of the upright image.</summary>
internal sealed record BoundingPoly(IReadOnlyList<Vertex> Vertices);
