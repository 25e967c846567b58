namespace Vision.Classifiers;

/// <summary>A file of this process alone that is gone when it is closed, or when the process ends, however that happens.</summary>
public static class TemporaryFile
{
    private const int BufferBytes = 32 * 1024;

    /// <summary>Creates an empty file in the system's folder for temporary ones, readable to its owner only.</summary>
    public static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            BufferSize = BufferBytes,
        };
        var path = Path.Combine(Path.GetTempPath(), $"vision-{Path.GetRandomFileName()}");
        if (OperatingSystem.IsWindows())
        {
            options.Options = FileOptions.DeleteOnClose;
            return new FileStream(path, options);
        }

        // Without a name the system frees its space with its last handle.
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }
}
