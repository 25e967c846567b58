namespace ApiService.Compatibility.Google.Responses;

/// <summary>A thing and its place.</summary>
internal sealed record LocalizedObjectAnnotation(string Name, float Score, NormalizedPoly BoundingPoly);
