using System.Text.Json.Nodes;

namespace Tests.Fixtures;

/// <summary>A copy of a shipped model in a repository of its own, to be spoilt.</summary>
internal sealed class ModelCopy : IDisposable
{
    public ModelCopy(string name)
    {
        Folder = Path.Combine(Root, name, "1");
        Directory.CreateDirectory(Folder);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Models, name, "1")))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        }
    }

    /// <summary>The model repository.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("models-").FullName;

    /// <summary>The folder of the version.</summary>
    public string Folder { get; }

    public void Change(Action<JsonObject> change)
    {
        var path = Path.Combine(Folder, "model.json");
        var manifest = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        change(manifest);
        File.WriteAllText(path, manifest.ToJsonString());
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
