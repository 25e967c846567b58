namespace ApiService.Compatibility.Google.Responses;

/// <summary>A character of a word; what follows the last one of a word is told with it.</summary>
internal sealed record Symbol(BoundingPoly BoundingBox, string Text, float Confidence, TextProperty? Property = null);
