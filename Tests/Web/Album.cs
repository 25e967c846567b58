using Tests.Fixtures;

namespace Tests.Web;

/// <summary>A folder of files on the disk, as somebody chooses it for the gallery.</summary>
internal sealed class Album : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("albums-");

    public string Root => Path.Combine(parent.FullName, "album");

    /// <summary>Adds sample photos, each under a path whose last part names the photo.</summary>
    public Album WithPhotos(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            With(path, Photo.Bytes(Path.GetFileName(path)));
        }

        return this;
    }

    public Album With(string path, byte[] content)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
        return this;
    }

    public void Dispose() => parent.Delete(recursive: true);
}
