using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;

namespace ApiService.Uploads.OnDisk;

/// <summary>
/// The folder of uploads: for each a file of its bytes, whose length is the offset, one that describes it, and one that whoever
/// writes holds locked. They are named by the id alone and can be read by this user alone.
/// </summary>
internal sealed class UploadFolder(IOptions<UploadsOptions> options)
{
    private const string BytesSuffix = ".bytes";
    private const string DescriptionSuffix = ".json";
    private const string LockSuffix = ".lock";
    private const UnixFileMode PrivateFolder = PrivateFile | UnixFileMode.UserExecute;
    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string path = Path.GetFullPath(options.Value.Path);

    /// <summary>Creates the folder where it is missing.</summary>
    public void Create()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, PrivateFolder);
        }
    }

    /// <summary>Creates the files of an upload without any bytes.</summary>
    public async Task AddAsync(Upload upload, CancellationToken cancellationToken)
    {
        await CreateFile(PathOf(upload.Id, LockSuffix)).DisposeAsync();
        await CreateFile(PathOf(upload.Id, BytesSuffix)).DisposeAsync();
        await using var description = CreateFile(PathOf(upload.Id, DescriptionSuffix));
        await JsonSerializer.SerializeAsync(description, upload, UploadJsonContext.Default.Upload, cancellationToken);
    }

    /// <summary>Gives an upload as it stands, or null where it is not there or its description is cut off.</summary>
    public async Task<Upload?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await using var description = File.OpenRead(PathOf(id, DescriptionSuffix));
            var upload = await JsonSerializer.DeserializeAsync(description, UploadJsonContext.Default.Upload, cancellationToken);
            return OffsetOf(id) is { } offset ? upload! with { Offset = offset } : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>How many bytes of an upload are there, or null where it is not.</summary>
    public long? OffsetOf(string id) => new FileInfo(PathOf(id, BytesSuffix)) is { Exists: true } bytes ? bytes.Length : null;

    /// <summary>Becomes the one writer of an upload, among all processes, until the handle is closed. A lock on the bytes would keep readers out too.</summary>
    /// <exception cref="IOException">There is one already.</exception>
    public SafeFileHandle LockToWrite(string id) =>
        File.OpenHandle(PathOf(id, LockSuffix), FileMode.Open, FileAccess.Write, FileShare.None);

    public SafeFileHandle OpenBytes(string id, FileAccess access) => File.OpenHandle(
        PathOf(id, BytesSuffix), FileMode.Open, access, FileShare.ReadWrite | FileShare.Delete, FileOptions.Asynchronous);

    /// <summary>Removes what is there of an upload.</summary>
    public void Remove(string id)
    {
        File.Delete(PathOf(id, DescriptionSuffix));
        File.Delete(PathOf(id, BytesSuffix));
        File.Delete(PathOf(id, LockSuffix));
    }

    /// <summary>The ids of everything in the folder, with the time at which the last of it was written.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> List() => new DirectoryInfo(path).EnumerateFiles()
        .Where(static file => UploadId.IsValid(Path.GetFileNameWithoutExtension(file.Name)) && file.Extension is BytesSuffix or DescriptionSuffix or LockSuffix)
        .GroupBy(static file => Path.GetFileNameWithoutExtension(file.Name), StringComparer.Ordinal)
        .ToDictionary(static files => files.Key, static files => files.Max(file => (DateTimeOffset)file.LastWriteTimeUtc), StringComparer.Ordinal);

    private static FileStream CreateFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFile;
        }

        return new FileStream(path, options);
    }

    private string PathOf(string id, string suffix) => Path.Combine(path, id + suffix);
}
