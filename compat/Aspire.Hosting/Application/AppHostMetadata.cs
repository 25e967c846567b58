using System.Reflection;

namespace Aspire.Hosting;

/// <summary>What the build targets of <c>Aspire.Hosting.AppHost</c> write into the AppHost's assembly.</summary>
internal static class AppHostMetadata
{
    public const string ProjectDirectory = "apphostprojectpath";

    public const string ProjectFileName = "apphostprojectname";

    /// <summary>Followed by the full path of a referenced project; the value is the full path of what it built to.</summary>
    public const string ProjectOutputPrefix = "aspireprojectoutput:";

    public static string? Find(Assembly? assembly, string key) =>
        assembly?.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => string.Equals(metadata.Key, key, StringComparison.OrdinalIgnoreCase))?.Value;
}
