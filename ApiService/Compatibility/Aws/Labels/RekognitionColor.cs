using System.Globalization;
using ApiService.Compatibility.Aws.Shapes;
using Contracts;

namespace ApiService.Compatibility.Aws.Labels;

/// <summary>One of the colours that make up an image.</summary>
internal sealed record RekognitionColor(int Red, int Green, int Blue, string HexCode, float PixelPercent)
{
    public static RekognitionColor Of(DominantColor color) =>
        new(Part(color, 1), Part(color, 3), Part(color, 5), color.Hex, Percent.Of(color.Share));

    private static int Part(DominantColor color, int start) =>
        int.Parse(color.Hex.AsSpan(start, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
