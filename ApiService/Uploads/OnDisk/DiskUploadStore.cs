using System.Buffers;
using Microsoft.Extensions.Options;

namespace ApiService.Uploads.OnDisk;

/// <summary>Keeps uploads in a folder. Processes that share it see each other's uploads; the quotas of each take in the others' by and by.</summary>
internal sealed partial class DiskUploadStore(
    UploadFolder folder, TimeProvider time, IOptions<UploadsOptions> options, ILogger<DiskUploadStore> logger) : IUploadStore, IDisposable
{
    private const int PieceBytes = 64 * 1024;

    /// <summary>Held from the look at the quota until the upload is there: of two that come at once, only one takes the last place.</summary>
    private readonly SemaphoreSlim gate = new(1);
    private readonly UploadLedger ledger = new(folder);

    public async Task CreateAsync(Upload upload, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            ledger.RequireRoomFor(upload, time.GetUtcNow());
            folder.Create();
            await folder.AddAsync(upload, cancellationToken);
            ledger.Add(upload);
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            folder.Remove(upload.Id);
            throw NoRoom(exception);
        }
        finally
        {
            gate.Release();
        }
    }

    public Task<Upload?> FindAsync(string id, CancellationToken cancellationToken) => folder.ReadAsync(id, cancellationToken);

    public async Task AppendAsync(Upload upload, long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        using var writer = UploadWriter.Open(folder, upload.Id, offset);
        try
        {
            await writer.WriteAsync(bytes, cancellationToken);
        }
        catch (Exception exception) when (IsOfTheDisk(exception))
        {
            throw NoRoom(exception);
        }
    }

    public async Task ReadAsync(Upload upload, Action<ReadOnlySpan<byte>> take, CancellationToken cancellationToken)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            using var handle = folder.OpenBytes(upload.Id, FileAccess.Read);
            for (var offset = 0L; offset < upload.Offset;)
            {
                var wanted = piece.AsMemory(0, (int)Math.Min(PieceBytes, upload.Offset - offset));
                var read = await RandomAccess.ReadAsync(handle, wanted, offset, cancellationToken);
                take(read > 0 ? wanted.Span[..read] : throw UploadProblems.NotFound());
                offset += read;
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw UploadProblems.NotFound();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    public async Task DeleteAsync(Upload upload, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            ledger.Remove(upload.Id);
            folder.Remove(upload.Id);
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task<UploadCensus> CountAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return ledger.Count(time.GetUtcNow());
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Removes what has expired, whoever left it, and takes note of what other processes have created.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            folder.Create();
            var (now, removed) = (time.GetUtcNow(), 0);
            var present = folder.List();
            foreach (var (id, writtenAt) in present)
            {
                if (!ledger.Knows(id) && await folder.ReadAsync(id, cancellationToken) is { } found)
                {
                    ledger.Add(found);
                }

                // Half an upload is what a process leaves that died in the middle of creating or removing it.
                if (!ledger.Knows(id) && writtenAt + options.Value.Expiration <= now)
                {
                    folder.Remove(id);
                    removed++;
                }
            }

            removed += RemoveExpired(now, present.ContainsKey);
            LogSwept(logger, removed);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    /// <summary>Whether the system would not store something. A file above the size that it allows comes as an argument out of range.</summary>
    private static bool IsOfTheDisk(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;

    private int RemoveExpired(DateTimeOffset now, Func<string, bool> isPresent)
    {
        var gone = ledger.Uploads.Where(upload => upload.ExpiresAt <= now || !isPresent(upload.Id)).ToList();
        foreach (var upload in gone)
        {
            ledger.Remove(upload.Id);
            folder.Remove(upload.Id);
        }

        return gone.Count;
    }

    private Contracts.ProblemException NoRoom(Exception cause)
    {
        // Neither path nor message, for they hold the id, which may be a secret.
        LogNoRoom(logger, cause.GetType().Name, cause.HResult);
        return UploadProblems.NoRoom(cause);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The folder of uploads takes no more: {Kind}, error {Number}")]
    private static partial void LogNoRoom(ILogger logger, string kind, int number);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Removed {Count} expired uploads")]
    private static partial void LogSwept(ILogger logger, int count);
}
