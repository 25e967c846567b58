using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace AppHost.Secrets;

/// <summary>Where a person finds the value of a secret parameter.</summary>
internal static class SecretSource
{
    public static string Describe(IConfigurationRoot configuration, string parameter)
    {
        var key = $"Parameters:{parameter}";
        return configuration.Providers.LastOrDefault(provider => provider.TryGet(key, out var value) && !string.IsNullOrEmpty(value)) switch
        {
            EnvironmentVariablesConfigurationProvider => $"in the environment variable {key.Replace(":", "__", StringComparison.Ordinal)}",

            // What nothing else says is generated, and kept there.
            null or JsonConfigurationProvider { Source.Path: "secrets.json" } =>
                "in the user secrets; to see it: dotnet user-secrets list --project AppHost",
            _ => $"in the setting {key} that this AppHost was started with",
        };
    }
}
