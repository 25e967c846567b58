using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Tests.Fixtures;

/// <summary>A small classifier of one's own, in a repository of its own: it tells which colour dominates.</summary>
internal sealed class ColorModel : IDisposable
{
    public const string Name = "colors";
    public const int Width = 8;
    public const int Height = 6;

    private readonly string folder;

    /// <param name="type"><c>uint8</c> or <c>float32</c>.</param>
    /// <param name="layout"><c>NHWC</c> or <c>NCHW</c>.</param>
    /// <param name="channels"><c>RGB</c> or <c>BGR</c>.</param>
    public ColorModel(string type, string layout, string channels)
    {
        folder = Directory.CreateDirectory(Path.Combine(Root, Name, "1")).FullName;
        var onnx = OnnxFile.ChannelMeans(type == "uint8", layout == "NCHW", Width, Height);
        File.WriteAllBytes(Path.Combine(folder, "colors.onnx"), onnx);
        WriteLabels(channels == "RGB" ? ["red", "green", "blue"] : ["blue", "green", "red"]);
        Write(new JsonObject
        {
            ["name"] = Name,
            ["version"] = "1",
            ["task"] = "classification",
            ["file"] = "colors.onnx",
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(onnx)),
            ["createdAt"] = "2026-11-26T00:00:00Z",
            ["input"] = new JsonObject { ["name"] = "image", ["type"] = type, ["layout"] = layout, ["width"] = Width, ["height"] = Height },
            ["preprocessing"] = new JsonObject { ["crop"] = "none", ["kernel"] = "bilinear", ["channels"] = channels },
            ["outputs"] = new JsonObject { ["logits"] = "logits" },
            ["labels"] = "labels.txt",
            ["licence"] = "MIT",
            ["source"] = "Made in a test",
        });
    }

    /// <summary>The model repository.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("models-").FullName;

    /// <summary>The folder of the version.</summary>
    public string Folder => folder;

    public void WriteLabels(params IEnumerable<string> labels) => File.WriteAllLines(Path.Combine(folder, "labels.txt"), labels);

    public void Change(Action<JsonObject> change)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "model.json")))!.AsObject();
        change(manifest);
        Write(manifest);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void Write(JsonObject manifest) => File.WriteAllText(Path.Combine(folder, "model.json"), manifest.ToJsonString());
}
