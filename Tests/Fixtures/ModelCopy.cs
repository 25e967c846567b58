using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Tests.Fixtures;

/// <summary>A copy of a shipped model in a repository of its own, to be spoilt.</summary>
internal sealed class ModelCopy : IDisposable
{
    private readonly string name;

    public ModelCopy(string name)
    {
        this.name = name;
        Folder = AddVersion("1");
    }

    /// <summary>The model repository.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("models-").FullName;

    /// <summary>The folder of the version.</summary>
    public string Folder { get; }

    /// <summary>Adds a version that is the shipped one under another number.</summary>
    /// <returns>Its folder.</returns>
    public string AddVersion(string version)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, name, version)).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Models, name, "1")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        Change(manifest => manifest["version"] = version, folder);
        return folder;
    }

    /// <summary>Puts a word before the names of all classes, so that its answers are told from those of other versions.</summary>
    public static void Rename(string word, string folder)
    {
        var path = Path.Combine(folder, "imagenet-labels.tsv");
        File.WriteAllLines(path, [.. File.ReadAllLines(path).Select(line => line.Insert(line.IndexOf('\t', StringComparison.Ordinal) + 1, $"{word} "))]);
    }

    /// <summary>Puts another ONNX file, with logits alone, in the place of the shipped one, with a manifest that vouches for it.</summary>
    public void Replace(byte[] onnx, string? folder = null)
    {
        File.Delete(Path.Combine(folder ?? Folder, "golden.json"));
        File.WriteAllBytes(Path.Combine(folder ?? Folder, $"{name}.onnx"), onnx);
        Change(
            manifest =>
            {
                manifest["sha256"] = Convert.ToHexStringLower(SHA256.HashData(onnx));
                manifest["outputs"] = new JsonObject { ["logits"] = "logits" };
            },
            folder);
    }

    public void Change(Action<JsonObject> change, string? folder = null)
    {
        var path = Path.Combine(folder ?? Folder, "model.json");
        var manifest = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        change(manifest);
        File.WriteAllText(path, manifest.ToJsonString());
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
