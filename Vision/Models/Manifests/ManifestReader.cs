using System.Text.Json;
using Vision.Decoding;

namespace Vision.Models.Manifests;

/// <summary>Reads and checks <c>model.json</c>.</summary>
internal static class ManifestReader
{
    public const string FileName = "model.json";

    /// <exception cref="ModelLoadException">The manifest cannot be read or contradicts itself or its place.</exception>
    public static async Task<ModelManifest> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            await using var file = File.OpenRead(path);
            var manifest = await JsonSerializer.DeserializeAsync(
                file, ManifestJsonContext.Default.ModelManifest, cancellationToken);
            Check(manifest ?? throw new ModelLoadException($"{path} is empty."), folder);
            return manifest;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ModelLoadException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Whether a name is that of something in a folder, and leads to no other place.</summary>
    public static bool IsFileName(string name) =>
        name.Length > 0 && name is not "." and not ".." && name.IndexOfAny(['/', '\\', '\0']) < 0;

    private static void Check(ModelManifest manifest, string folder)
    {
        var path = Path.Combine(folder, FileName);
        Require(manifest.Version == Path.GetFileName(folder), $"{path}: version '{manifest.Version}' is not its folder's name.");
        Require(
            manifest.Name == Path.GetFileName(Path.GetDirectoryName(folder)),
            $"{path}: name '{manifest.Name}' is not its folder's name.");
        Require(IsFileName(manifest.File), $"{path}: file '{manifest.File}' lies outside its folder.");
        var hasLabels = ModelTasks.HasLabels(manifest.Task);
        Require(hasLabels == manifest.Labels is not null, $"{path}: labels must be named just where the task has classes.");
        Require(manifest.Labels is null || IsFileName(manifest.Labels), $"{path}: labels '{manifest.Labels}' lies outside its folder.");
        Require(
            manifest.Backbone is not null || ModelTasks.HasOutputs(manifest.Task, manifest.Outputs),
            $"{path}: an output that its task needs is not named.");
        Require(
            manifest.Backbone is null || manifest.Task == ModelTask.Classification, $"{path}: only classifiers have a backbone.");
        CheckInput(manifest, path);
    }

    private static void CheckInput(ModelManifest manifest, string path)
    {
        var smallest = ModelTasks.TakesAnySize(manifest.Task) ? 0 : 1;
        Require(manifest.Input.Width >= smallest && manifest.Input.Height >= smallest, $"{path}: the input has no size.");
        Require(manifest.Preprocessing.CropFraction is > 0 and <= 1, $"{path}: cropFraction is not above 0 and at most 1.");
        Require(
            manifest.Preprocessing.Mean.Count == PixelBuffer.Channels && manifest.Preprocessing.Std.Count == PixelBuffer.Channels,
            $"{path}: mean and std take three numbers.");
        Require(manifest.Preprocessing.Std.All(static value => value > 0), $"{path}: std is not above 0.");
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ModelLoadException(message);
        }
    }
}
