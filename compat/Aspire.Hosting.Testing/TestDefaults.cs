using System.Reflection;
using Aspire.Hosting.Orchestration.Volumes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>What differs between an AppHost that a person starts and one that a test starts.</summary>
internal static class TestDefaults
{
    private const string LaunchProfileVariable = "DOTNET_LAUNCH_PROFILE";

    public static void Apply(
        Assembly assembly, string[] args, DistributedApplicationOptions options, HostApplicationBuilderSettings settings)
    {
        var directory = AppHostMetadata.Find(assembly, AppHostMetadata.ProjectDirectory);
        options.AssemblyName = assembly.GetName().Name;
        options.DisableDashboard = true;
        options.EnableResourceLogging = true;
        settings.Args = args;
        settings.ApplicationName = assembly.GetName().Name;
        settings.ContentRootPath = directory;
        settings.Configuration = new ConfigurationManager();
        settings.Configuration.AddInMemoryCollection(Values(directory));
    }

    private static Dictionary<string, string?> Values(string? directory)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["DcpPublisher:RandomizePorts"] = "true",
            [VolumeFolders.TemporarySetting] = "true",
            ["ASPNETCORE_URLS"] = "http://localhost:8080",
            ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = "http://localhost:4317",
            ["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true",
        };
        if (directory is not null && LaunchSettingsFile.Read(directory) is { } settings)
        {
            AddProfile(values, settings);
        }

        return values;
    }

    /// <summary>The variables of the profile become configuration: the environment of the test process is not the AppHost's.</summary>
    private static void AddProfile(Dictionary<string, string?> values, LaunchSettings settings)
    {
        var wanted = Environment.GetEnvironmentVariable(LaunchProfileVariable);
        var (name, profile) = settings.Profiles.FirstOrDefault(entry => wanted is null || entry.Key == wanted);
        if (profile is null)
        {
            return;
        }

        values[LaunchProfileVariable] = name;
        foreach (var (variable, value) in profile.EnvironmentVariables)
        {
            values[variable] = value;
            foreach (var prefix in new[] { "DOTNET_", "ASPNETCORE_" })
            {
                if (variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                {
                    values[variable[prefix.Length..]] = value;
                }
            }
        }
    }
}
