using System.Runtime.InteropServices;

namespace Aspire.Hosting.Orchestration.Processes;

/// <summary>The <c>dotnet</c> command that runs this process; another one in <c>PATH</c> may be of another version.</summary>
internal static class DotnetHost
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        // The runtime lies in <root>/shared/Microsoft.NETCore.App/<version>/.
        var root = Directory.GetParent(RuntimeEnvironment.GetRuntimeDirectory())?.Parent?.Parent?.Parent?.FullName;
        var candidate = System.IO.Path.Combine(root ?? string.Empty, "dotnet");
        return File.Exists(candidate) ? candidate : "dotnet";
    }
}
