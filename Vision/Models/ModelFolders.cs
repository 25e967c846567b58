using System.Globalization;
using Vision.Models.Manifests;

namespace Vision.Models;

/// <summary>The layout of the model repository on disk.</summary>
internal static class ModelFolders
{
    /// <summary>The folder, beside those of the models, for what is not a version yet or not any more.</summary>
    private const string StagingName = ".staging";

    /// <summary>Resolves the configured path; see <see cref="ModelsOptions.Path"/>.</summary>
    public static string Locate(string path, string contentRoot)
    {
        for (var above = new DirectoryInfo(contentRoot); above is not null; above = above.Parent)
        {
            var candidate = Path.GetFullPath(path, above.FullName);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return Path.GetFullPath(path, contentRoot);
    }

    /// <summary>The folders that hold a manifest.</summary>
    public static IEnumerable<string> Versions(string repository) =>
        Directory.Exists(repository)
            ? Directory.EnumerateDirectories(repository)
                .Where(static model => IsName(Path.GetFileName(model)))
                .SelectMany(Directory.EnumerateDirectories)
                .Where(IsVersion)
            : [];

    /// <summary>Whether a folder holds a manifest.</summary>
    public static bool IsVersion(string folder) => File.Exists(Path.Combine(folder, ManifestReader.FileName));

    /// <summary>The name of the model to which the folder of a version belongs.</summary>
    public static string NameOf(string folder) => Path.GetFileName(Path.GetDirectoryName(folder)!);

    /// <summary>The folder of a model, or of one of its versions; null for a name that no folder of the repository can have.</summary>
    public static string? Find(string repository, string name, string? version = null) =>
        IsName(name) && (version is null || IsName(version)) ? Path.Combine(repository, name, version ?? string.Empty) : null;

    /// <summary>
    /// The number for a new version: above all that there have been. A version that was deleted leaves its empty folder behind,
    /// so that nothing that was computed by it is ever taken for the work of another.
    /// </summary>
    public static string NextVersion(string modelFolder) => (1 + Directory.EnumerateDirectories(modelFolder)
        .Select(static folder => long.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .DefaultIfEmpty().Max()).ToString(CultureInfo.InvariantCulture);

    /// <summary>A path in the repository, and so on its disk, that is not there yet and where nobody looks for models.</summary>
    public static string Staging(string repository)
    {
        var staging = Directory.CreateDirectory(Path.Combine(repository, StagingName)).FullName;
        return Path.Combine(staging, Guid.NewGuid().ToString("N"));
    }

    /// <summary>Changes whenever something in a folder does.</summary>
    public static long StampOf(string folder) => new DirectoryInfo(folder).EnumerateFiles().Aggregate(
        17L, static (stamp, file) => unchecked((stamp * 31) + file.LastWriteTimeUtc.Ticks + file.Length));

    private static bool IsName(string name) => ManifestReader.IsFileName(name) && name[0] != '.';
}
