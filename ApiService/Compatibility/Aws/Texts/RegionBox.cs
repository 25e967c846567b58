namespace ApiService.Compatibility.Aws.Texts;

/// <summary>A rectangle in shares of the image, as it was sent.</summary>
internal sealed record RegionBox(float? Width, float? Height, float? Left, float? Top);
