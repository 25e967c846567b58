namespace ApiService.Compatibility.Google.Responses;

/// <summary>A colour in sRGB, each part 0 to 255.</summary>
internal readonly record struct RgbColor(int Red, int Green, int Blue);
