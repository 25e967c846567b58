using System.Globalization;

namespace Tests.Hosting;

/// <summary>The processes of this machine, as the kernel tells of them.</summary>
internal static class ProcessTable
{
    /// <summary>A process that has ended and waits for its parent to ask has no command line any more, and does not run.</summary>
    public static bool IsRunning(int id) => CommandLine(id).Length > 0;

    public static string CommandLine(int id) => Read($"/proc/{id}/cmdline");

    public static IEnumerable<int> Descendants(int parent) => ChildrenOf(parent).SelectMany(child => Descendants(child).Prepend(child));

    private static IEnumerable<int> ChildrenOf(int parent) =>
        Directory.EnumerateDirectories($"/proc/{parent}/task")
            .SelectMany(task => Read(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(static id => int.Parse(id, CultureInfo.InvariantCulture));

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
