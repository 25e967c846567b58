using Microsoft.Extensions.Primitives;

namespace ApiService.Compatibility.Azure.Parameters;

/// <summary>Parameters with several values: separated by commas, or the name said again.</summary>
internal static class CommaList
{
    public static IReadOnlyList<string> Of(StringValues values) =>
    [
        .. values.OfType<string>().SelectMany(static value =>
            value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];
}
