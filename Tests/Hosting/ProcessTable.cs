using System.Diagnostics;
using System.Globalization;

namespace Tests.Hosting;

/// <summary>The processes of this machine, as the kernel tells of them.</summary>
internal static class ProcessTable
{
    /// <summary>A process that has ended and waits for its parent to ask has no command line any more, and does not run.</summary>
    public static bool IsRunning(int id) => CommandLine(id).Length > 0;

    public static string CommandLine(int id) => Read($"/proc/{id}/cmdline");

    /// <summary>A variable that the process was started with; null if it has none of that name.</summary>
    public static string? Variable(int id, string name) => Read($"/proc/{id}/environ")
        .Split('\0')
        .FirstOrDefault(variable => variable.StartsWith($"{name}=", StringComparison.Ordinal))?[(name.Length + 1)..];

    public static IEnumerable<int> Descendants(int parent) => ChildrenOf(parent).SelectMany(child => Descendants(child).Prepend(child));

    public static IEnumerable<int> ChildrenOf(int parent) =>
        Tasks(parent)
            .SelectMany(task => Read(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(static id => int.Parse(id, CultureInfo.InvariantCulture));

    /// <summary>Ends a process at once, as the kernel does when memory is short.</summary>
    public static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
    }

    private static string[] Tasks(int id)
    {
        try
        {
            return Directory.GetDirectories($"/proc/{id}/task");
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            // The process, or the thread, has ended meanwhile.
            return string.Empty;
        }
    }
}
