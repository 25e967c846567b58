namespace ApiService.Compatibility.Google.Responses;

/// <summary>A label, or a piece of text with its place.</summary>
internal sealed record EntityAnnotation(string Description, float? Score = null, BoundingPoly? BoundingPoly = null);
