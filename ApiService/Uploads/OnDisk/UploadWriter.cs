using Contracts;
using Microsoft.Win32.SafeHandles;

namespace ApiService.Uploads.OnDisk;

/// <summary>The one writer of an upload, among all processes, at the offset where the upload stands.</summary>
internal sealed class UploadWriter : IDisposable
{
    private readonly SafeFileHandle writing;
    private readonly SafeFileHandle bytes;
    private readonly long offset;

    private UploadWriter(SafeFileHandle writing, SafeFileHandle bytes, long offset) =>
        (this.writing, this.bytes, this.offset) = (writing, bytes, offset);

    /// <exception cref="ProblemException"><c>upload_not_found</c>, or <c>upload_offset_mismatch</c>: it stands elsewhere, or has a writer.</exception>
    public static UploadWriter Open(UploadFolder folder, string id, long offset)
    {
        UploadWriter? opened = null;
        try
        {
            opened = Open(folder.LockToWrite(id), folder, id, offset);
            return RandomAccess.GetLength(opened.bytes) == offset ? opened : throw UploadProblems.OffsetMismatch();
        }
        catch (Exception exception)
        {
            opened?.Dispose();
            throw exception switch
            {
                FileNotFoundException or DirectoryNotFoundException => UploadProblems.NotFound(),
                IOException => UploadProblems.OffsetMismatch(),
                _ => exception,
            };
        }
    }

    /// <summary>Adds bytes, all or none: a part of them would be an offset that nobody was told.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> added, CancellationToken cancellationToken)
    {
        try
        {
            await RandomAccess.WriteAsync(bytes, added, offset, cancellationToken);
        }
        catch
        {
            RandomAccess.SetLength(bytes, offset);
            throw;
        }
    }

    public void Dispose()
    {
        bytes.Dispose();
        writing.Dispose();
    }

    private static UploadWriter Open(SafeFileHandle taken, UploadFolder folder, string id, long offset)
    {
        try
        {
            return new UploadWriter(taken, folder.OpenBytes(id, FileAccess.Write), offset);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }
}
