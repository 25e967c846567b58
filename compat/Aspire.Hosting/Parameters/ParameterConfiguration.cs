using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

internal static class ParameterConfiguration
{
    public const string Section = "Parameters";

    /// <summary>Reads the key as given, then with underscores for hyphens: a shell cannot set a variable with a hyphen in its name.</summary>
    public static string? Find(IConfiguration configuration, string key) =>
        NullIfEmpty(configuration[key]) ?? NullIfEmpty(configuration[key.Replace('-', '_')]);

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
