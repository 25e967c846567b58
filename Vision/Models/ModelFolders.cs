using Vision.Models.Manifests;

namespace Vision.Models;

/// <summary>The layout of the model repository on disk.</summary>
internal static class ModelFolders
{
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
                .SelectMany(Directory.EnumerateDirectories)
                .Where(folder => File.Exists(Path.Combine(folder, ManifestReader.FileName)))
            : [];
}
