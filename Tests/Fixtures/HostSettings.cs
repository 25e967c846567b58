using Microsoft.AspNetCore.Hosting;

namespace Tests.Fixtures;

/// <summary>Several settings of a host at once.</summary>
internal static class HostSettings
{
    public static IWebHostBuilder UseSettings(this IWebHostBuilder host, params (string Name, string Value)[] settings)
    {
        foreach (var (name, value) in settings)
        {
            host.UseSetting(name, value);
        }

        return host;
    }
}
