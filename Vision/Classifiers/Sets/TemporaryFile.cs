namespace Vision.Classifiers;

/// <summary>A file of this process alone that is gone when it is closed.</summary>
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
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), $"vision-{Path.GetRandomFileName()}"), options);
    }
}
