using System.Globalization;

namespace Vision.Captions.Local;

/// <summary>
/// The English word for a colour: the eleven basic terms (Berlin and Kay, Basic Color Terms, 1969) and beige, told apart by hue,
/// chroma and value of the HSV hexcone (Smith, Color Gamut Transform Pairs, 1978).
/// </summary>
internal static class ColorTerm
{
    /// <summary>Names a colour.</summary>
    /// <param name="hex"><c>#rrggbb</c> in sRGB.</param>
    /// <returns>The word, or null where this is no colour.</returns>
    public static string? Of(string hex) =>
        hex is ['#', .. { Length: 6 } digits] && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? Of(((rgb >> 16) & 255) / 255.0, ((rgb >> 8) & 255) / 255.0, (rgb & 255) / 255.0)
            : null;

    private static string Of(double red, double green, double blue)
    {
        var value = Math.Max(red, Math.Max(green, blue));
        var chroma = value - Math.Min(red, Math.Min(green, blue));
        return value < 0.2 ? "black"
            : chroma < 0.1 ? Neutral(value)
            : Chromatic(Hue(red, green, blue, value, chroma), chroma, value);
    }

    private static string Neutral(double value) => value >= 0.85 ? "white" : "grey";

    /// <summary>In degrees; red is 0.</summary>
    private static double Hue(double red, double green, double blue, double value, double chroma)
    {
        var sixth = value == red ? (green - blue) / chroma
            : value == green ? ((blue - red) / chroma) + 2
            : ((red - green) / chroma) + 4;
        return sixth < 0 ? (sixth + 6) * 60 : sixth * 60;
    }

    private static string Chromatic(double hue, double chroma, double value) => hue switch
    {
        < 18 or >= 345 => Reddish(chroma, value),
        < 45 => value >= 0.8 && chroma < 0.3 ? "beige" : value >= 0.8 && chroma >= 0.5 ? "orange" : "brown",
        < 70 => value >= 0.8 && chroma < 0.3 ? "beige" : value >= 0.6 ? "yellow" : hue < 55 ? "brown" : "green",
        < 170 => "green",
        < 255 => "blue",
        < 300 => "purple",
        _ => value >= 0.6 ? "pink" : "purple",
    };

    private static string Reddish(double chroma, double value) =>
        value >= 0.75 && chroma < 0.5 ? "pink" : value < 0.6 && chroma < 0.35 ? "brown" : "red";
}
