namespace Vision.Colors;

/// <summary>
/// A colour in Oklab, where equal distances look about equally different (Björn Ottosson, A perceptual color space for image
/// processing, 2020, https://bottosson.github.io/posts/oklab/, with the matrices of 2021-01-25).
/// </summary>
/// <param name="L">Lightness, 0 (black) to 1 (white).</param>
/// <param name="A">From green (negative) to red.</param>
/// <param name="B">From blue (negative) to yellow.</param>
internal readonly record struct OkLab(double L, double A, double B)
{
    /// <summary>Converts a colour of 8-bit sRGB; the samples may be means and so have fractions.</summary>
    /// <param name="red">0 to 255.</param>
    /// <param name="green">0 to 255.</param>
    /// <param name="blue">0 to 255.</param>
    public static OkLab FromSrgb(double red, double green, double blue)
    {
        var (r, g, b) = (ToLinear(red), ToLinear(green), ToLinear(blue));
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        return new OkLab(
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
    }

    /// <summary>The nearest colour of 8-bit sRGB, as <c>#rrggbb</c>.</summary>
    public string ToHex()
    {
        var l = Math.Pow(L + (0.3963377774 * A) + (0.2158037573 * B), 3);
        var m = Math.Pow(L - (0.1055613458 * A) - (0.0638541728 * B), 3);
        var s = Math.Pow(L - (0.0894841775 * A) - (1.2914855480 * B), 3);
        var red = ToSample((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s));
        var green = ToSample((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s));
        var blue = ToSample((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
        return $"#{red:x2}{green:x2}{blue:x2}";
    }

    /// <summary>The square of the Euclidean distance; two neighbouring greys that can just be told apart are some 0.02 apart.</summary>
    public double SquaredDistanceTo(OkLab other)
    {
        var (l, a, b) = (L - other.L, A - other.A, B - other.B);
        return (l * l) + (a * a) + (b * b);
    }

    // The transfer function of sRGB, IEC 61966-2-1:1999.
    private static double ToLinear(double sample)
    {
        var value = sample / byte.MaxValue;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static byte ToSample(double linear)
    {
        var value = linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
        return (byte)Math.Round(Math.Clamp(value, 0, 1) * byte.MaxValue);
    }
}
