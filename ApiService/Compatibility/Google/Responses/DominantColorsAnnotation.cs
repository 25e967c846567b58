namespace ApiService.Compatibility.Google.Responses;

/// <summary>The colours that make up most of an image, greatest share first.</summary>
internal sealed record DominantColorsAnnotation(IReadOnlyList<ColorInfo> Colors);
