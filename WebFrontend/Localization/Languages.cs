using System.Globalization;

namespace WebFrontend.Localization;

/// <summary>The languages of the pages, with the names that their own speakers give them.</summary>
internal static class Languages
{
    public const string Default = "en";

    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [Default] = "English",
        ["zh"] = "中文",
    };

    /// <summary>The language of the page that is being made.</summary>
    public static string Current => CultureInfo.CurrentUICulture.Name;
}
