namespace ApiService.Compatibility.Google.Responses;

/// <summary>A crop.</summary>
/// <param name="BoundingPoly">Where it is.</param>
/// <param name="ImportanceFraction">The share of all faces and things that it holds.</param>
internal sealed record CropHint(BoundingPoly BoundingPoly, float ImportanceFraction);
