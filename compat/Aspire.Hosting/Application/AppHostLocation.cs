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

    /// <summary>
    /// The hash tells the AppHosts of one machine apart. What is published has to be the same wherever it is written, so there it
    /// is the hash of the file name.
    /// </summary>
    public void WriteTo(IConfigurationBuilder configuration, DistributedApplicationExecutionContext executionContext) =>
        configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["AppHost:Directory"] = Directory,
            ["AppHost:Path"] = Path,
            ["AppHost:Sha256"] = Hash(executionContext.IsPublishMode ? System.IO.Path.GetFileName(Path) : Path),
        });

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToLowerInvariant())));
}
