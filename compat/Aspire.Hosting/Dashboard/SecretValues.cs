using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Dashboard;

/// <summary>Tells which variables hold a secret, whole or as a part: by what they are called, and by the secrets of the model.</summary>
internal sealed class SecretValues(DistributedApplicationModel model, IConfiguration configuration)
{
    private static readonly string[] Words = ["PASSWORD", "SECRET", "TOKEN", "APIKEY", "API_KEY", "__KEY", "CONNECTIONSTRING", "_HEADERS"];

    public async Task<bool> IsInAsync(string name, string? value, CancellationToken cancellationToken)
    {
        if (Words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        foreach (var parameter in model.Resources.OfType<ParameterResource>().Where(static parameter => parameter.Secret))
        {
            if (await ValueOfAsync(parameter, cancellationToken) is { Length: > 0 } secret && value?.Contains(secret, StringComparison.Ordinal) == true)
            {
                return true;
            }
        }

        return configuration[DashboardSettings.OtlpKey] is { Length: > 0 } key && value?.Contains(key, StringComparison.Ordinal) == true;
    }

    /// <summary>The value of a parameter; null where it has none.</summary>
    public static async Task<string?> ValueOfAsync(ParameterResource parameter, CancellationToken cancellationToken)
    {
        try
        {
            return await parameter.GetValueAsync(cancellationToken);
        }
        catch (MissingParameterValueException)
        {
            return null;
        }
    }
}
