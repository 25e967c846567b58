using System.Text.Json;
using System.Text.Json.Nodes;
using Contracts;
using Vision.Models.Manifests;

namespace Vision.Models.Versions;

/// <summary>Brings folders of versions into the repository and out of it, each in one step for whoever looks.</summary>
internal static class VersionFolder
{
    /// <summary>Moves a folder to its place as the next version of a model.</summary>
    /// <returns>The version.</returns>
    public static async Task<string> InstallAsync(string modelFolder, string name, string staged, CancellationToken cancellationToken)
    {
        while (true)
        {
            var version = ModelFolders.NextVersion(modelFolder);
            await NameAsync(staged, name, version, cancellationToken);
            try
            {
                Directory.Move(staged, Path.Combine(modelFolder, version));
                return version;
            }
            catch (IOException) when (Directory.Exists(staged) && Directory.Exists(Path.Combine(modelFolder, version)))
            {
                // Somebody who does not take the lock has put a folder there.
            }
        }
    }

    /// <summary>Deletes a version; its number is not given again, because its empty folder stays.</summary>
    public static void Delete(string repository, string folder)
    {
        var rest = ModelFolders.Staging(repository);
        Directory.Move(folder, rest);
        Directory.CreateDirectory(folder);
        Discard(rest);
    }

    /// <summary>Deletes a folder that is no version, or not any more, if it is there.</summary>
    public static void Discard(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task NameAsync(string folder, string name, string version, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, ManifestReader.FileName);
        try
        {
            var manifest = JsonNode.Parse(await File.ReadAllTextAsync(path, cancellationToken))!.AsObject();
            (manifest["name"], manifest["version"]) = (name, version);
            await File.WriteAllTextAsync(path, manifest.ToJsonString(), cancellationToken);
        }
        catch (Exception exception) when (exception is JsonException or FileNotFoundException or InvalidOperationException)
        {
            throw new ProblemException(ErrorCodes.InvalidRequest, "The new version has no manifest that can be read.", exception);
        }
    }
}
