using System.Globalization;
using ApiService.Compatibility.Google.Responses;
using Contracts;

namespace ApiService.Compatibility.Google.Mapping;

/// <summary><c>IMAGE_PROPERTIES</c>: the dominant colours.</summary>
internal static class ColorMapper
{
    public static ImageProperties? Map(Analysis analysis, int limit) => analysis.Colors is { } colors
        ? new ImageProperties(new DominantColorsAnnotation([.. colors.Take(limit).Select(Map)]))
        : null;

    private static ColorInfo Map(DominantColor color)
    {
        var rgb = int.Parse(color.Hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return new ColorInfo(new RgbColor(rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff), color.Share);
    }
}
