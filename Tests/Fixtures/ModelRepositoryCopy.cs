using System.Text.Json.Nodes;

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

    /// <summary>Adds a version of a model that is its first one under another number.</summary>
    public void AddVersion(string name, string version)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, name, version)).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, name, "1")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var manifest = Path.Combine(folder, "model.json");
        var json = JsonNode.Parse(File.ReadAllText(manifest))!.AsObject();
        json["version"] = version;
        File.WriteAllText(manifest, json.ToJsonString());
    }

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
