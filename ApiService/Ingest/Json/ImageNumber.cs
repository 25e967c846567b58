using System.Globalization;

namespace ApiService.Ingest.Json;

/// <summary>What stands in the place of an image that was taken out of a JSON body.</summary>
internal static class ImageNumber
{
    public static string Format(int index) => index.ToString(CultureInfo.InvariantCulture);

    public static int Parse(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
