namespace ApiService.Compatibility.Google.Responses;

/// <summary>The crops of an image, in the order of the shapes that were asked for.</summary>
internal sealed record CropHintsAnnotation(IReadOnlyList<CropHint> CropHints);
