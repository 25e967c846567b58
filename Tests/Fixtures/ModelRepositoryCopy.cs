namespace Tests.Fixtures;

/// <summary>A copy of shipped models, for tests that add versions.</summary>
internal sealed class ModelRepositoryCopy : IDisposable
{
    public ModelRepositoryCopy(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var folder = Directory.CreateDirectory(Path.Combine(Root, name, "1")).FullName;
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Models, name, "1")))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("models-").FullName;

    /// <summary>The names of the versions of a model.</summary>
    public IReadOnlyList<string> VersionsOf(string name)
    {
        var folder = Path.Combine(Root, name);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateDirectories(folder).Where(version => File.Exists(Path.Combine(version, "model.json")))
                .Select(version => Path.GetFileName(version)).Order(StringComparer.Ordinal)]
            : [];
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
