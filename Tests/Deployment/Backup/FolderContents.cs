using System.Security.Cryptography;

namespace Tests.Deployment.Backup;

/// <summary>What is in a folder, for comparison with what is there later.</summary>
internal static class FolderContents
{
    /// <summary>Every file with its digest, and every folder; without what is not backed up.</summary>
    public static IReadOnlyList<string> Of(string folder) =>
    [
        .. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetRelativePath(folder, path), Path: path))
            .Where(static entry => !entry.Name.StartsWith('.') && Path.GetFileName(entry.Name) != ".lock")
            .Select(static entry => Directory.Exists(entry.Path) ? $"{entry.Name}/" : $"{entry.Name} {DigestOf(entry.Path)}")
            .Order(StringComparer.Ordinal),
    ];

    private static string DigestOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
