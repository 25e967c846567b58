using Contracts;
using NetVips;

namespace Vision.Decoding.Vips;

/// <summary>Histogram equalisation of the luminance of 8-bit sRGB, with the chrominance kept.</summary>
internal static class VipsEqualization
{
    /// <summary>Weights of red, green and blue in the luma (ITU-R BT.601-7, 2.5.1).</summary>
    private static readonly double[][] Luma = [[0.299, 0.587, 0.114]];

    /// <summary>The window of the adaptive form is an eighth of the image, the usual tile of CLAHE.</summary>
    private const int WindowsPerSide = 8;

    /// <summary>How steep the adaptive curve may get; bounds the noise that it lifts out of flat areas (the clip limit of CLAHE).</summary>
    private const int MaximumSlope = 3;

    /// <summary>Gives the steps from an image to its equalised form; the last one is the result, the caller disposes of all.</summary>
    public static IEnumerable<Image> Apply(Image image, Equalization equalization)
    {
        using var matrix = Image.NewFromArray(Luma);
        var weighted = image.Recomb(matrix);
        yield return weighted;
        var luminance = weighted.Rint().Cast(Enums.BandFormat.Uchar);
        yield return luminance;
        var equalized = equalization == Equalization.Global
            ? luminance.HistEqual()
            : luminance.HistLocal(Window(image.Width), Window(image.Height), maxSlope: MaximumSlope);
        yield return equalized;

        // Adding the same difference to red, green and blue changes the luma by it and leaves both colour differences alone.
        var difference = equalized - luminance;
        yield return difference;
        var shifted = image + difference;
        yield return shifted;
        var saturated = shifted.Cast(Enums.BandFormat.Uchar);
        yield return saturated;
        yield return saturated.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static int Window(int side) => Math.Max(1, side / WindowsPerSide);
}
