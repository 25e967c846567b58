namespace ApiService.Compatibility.Google.Responses;

/// <summary>A colour and the share of the pixels that are nearest to it.</summary>
internal sealed record ColorInfo(RgbColor Color, float PixelFraction);
