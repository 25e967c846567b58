namespace ApiService.Compatibility.Google.Responses;

/// <summary>The colours of an image.</summary>
internal sealed record ImageProperties(DominantColorsAnnotation DominantColors);
