using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Chart;

/// <summary>What the AppHost writes when it is started with the arguments that a person gives.</summary>
internal sealed class PublishedSystem : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("published-");

    private PublishedSystem()
    {
    }

    public string Folder => folder.FullName;

    public SortedDictionary<string, string> Files => Read(folder.FullName);

    public static async Task<PublishedSystem> WriteAsync(params string[] arguments)
    {
        var published = new PublishedSystem();
        var (code, output) = await RunAsync([.. arguments, "--output-path", published.folder.FullName]);
        Assert.True(code == 0, output);
        return published;
    }

    public static Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var appHost = Path.GetFullPath(Path.Combine(
            AppContext.BaseDirectory, "..", "..", "AppHost", new DirectoryInfo(AppContext.BaseDirectory).Name, "AppHost.dll"));
        return RunCommand.RunAsync("AppHost", "dotnet", "", ["exec", appHost, .. arguments]);
    }

    /// <summary>The files of a folder, by their paths in it.</summary>
    public static SortedDictionary<string, string> Read(string path) => new(
        Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(path, file), File.ReadAllText),
        StringComparer.Ordinal);

    public void Dispose() => folder.Delete(recursive: true);
}
