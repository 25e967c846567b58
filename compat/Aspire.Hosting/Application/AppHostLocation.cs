using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>Where the AppHost's project is; services, launch settings and secrets are found from there.</summary>
internal sealed record AppHostLocation(string Directory, string Path)
{
    public static AppHostLocation Create(DistributedApplicationOptions options, Assembly? assembly, string contentRoot)
    {
        var directory = options.ProjectDirectory ?? AppHostMetadata.Find(assembly, AppHostMetadata.ProjectDirectory) ?? contentRoot;
        var fileName = AppHostMetadata.Find(assembly, AppHostMetadata.ProjectFileName) ?? assembly?.GetName().Name ?? string.Empty;
        var fullDirectory = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(directory));
        return new AppHostLocation(fullDirectory, System.IO.Path.Combine(fullDirectory, fileName));
    }

    public void WriteTo(IConfigurationBuilder configuration) =>
        configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["AppHost:Directory"] = Directory,
            ["AppHost:Path"] = Path,
            ["AppHost:Sha256"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Path.ToLowerInvariant()))),
        });
}
