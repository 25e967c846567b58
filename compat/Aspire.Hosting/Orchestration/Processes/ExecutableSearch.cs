namespace Aspire.Hosting.Orchestration.Processes;

internal static class ExecutableSearch
{
    /// <summary>Looks in <c>PATH</c>, and where Debian puts servers, which is not in the path of every user.</summary>
    public static string? Find(IEnumerable<string> names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append("/usr/sbin").ToList();
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
