using System.Buffers;
using System.Text.Json;
using ApiService.Redis;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace ApiService.Uploads.InRedis;

/// <summary>Keeps uploads in Redis, where all replicas see them and the keys expire by themselves.</summary>
internal sealed partial class RedisUploadStore(
    RedisGate redis, IOptions<UploadsOptions> options, ILogger<RedisUploadStore> logger) : IUploadStore
{
    private const int PieceBytes = 64 * 1024;

    /// <summary>Pieces that are asked for at once; enough to hide the way there and back.</summary>
    private const int PiecesInFlight = 8;

    /// <summary>
    /// Nothing stands in for this store, so it is given more time than a cache; a connection that is gone still fails at once.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>How long bytes on their way may lie about when their sender dies.</summary>
    private static readonly TimeSpan PartLifetime = TimeSpan.FromMinutes(1);

    public async Task CreateAsync(Upload upload, CancellationToken cancellationToken)
    {
        RedisKey[] keys = [UploadKeys.DescriptionOf(upload.Id), UploadKeys.AllOf(upload.Client), UploadKeys.OpenOf(upload.Client), UploadKeys.All, UploadKeys.Open];
        RedisValue[] values =
        [
            JsonSerializer.SerializeToUtf8Bytes(upload, UploadJsonContext.Default.Upload), upload.Id, upload.Length,
            UploadQuota.ChargeOf(upload.Length), UploadKeys.EntryOf(upload), (long)options.Value.Expiration.TotalMilliseconds,
            UploadQuota.MaximumOpen, UploadQuota.MaximumBytes,
        ];
        var refusedFor = await AskAsync(
            async database => (long)await database.ScriptEvaluateAsync(UploadScripts.Create, keys, values), cancellationToken);
        if (refusedFor > 0)
        {
            throw UploadQuota.Exceeded(TimeSpan.FromMilliseconds(refusedFor));
        }
    }

    public Task<Upload?> FindAsync(string id, CancellationToken cancellationToken) => AskAsync(
        async database =>
        {
            var description = database.StringGetAsync(UploadKeys.DescriptionOf(id));
            var offset = await database.StringLengthAsync(UploadKeys.BytesOf(id));
            byte[]? json = await description;
            return json is null ? null : JsonSerializer.Deserialize(json, UploadJsonContext.Default.Upload)! with { Offset = offset };
        },
        cancellationToken);

    public async Task AppendAsync(Upload upload, long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        RedisKey[] keys = [UploadKeys.DescriptionOf(upload.Id), UploadKeys.BytesOf(upload.Id), UploadKeys.OpenOf(upload.Client), UploadKeys.Open];
        RedisValue[] values = [offset, upload.Length, upload.Id];
        long outcome;
        if (bytes.Length <= PieceBytes)
        {
            outcome = await AskAsync(
                database => SendAsync(bytes, piece => AppendAsync(database, keys, [.. values, piece])), cancellationToken);
        }
        else
        {
            var part = await SendPartAsync(upload, bytes, cancellationToken);
            outcome = await AskAsync(database => AppendAsync(database, [.. keys, part], values), cancellationToken);
        }

        if (outcome < 1)
        {
            throw outcome < 0 ? UploadProblems.NotFound() : UploadProblems.OffsetMismatch();
        }
    }

    public async Task ReadAsync(Upload upload, Action<ReadOnlySpan<byte>> take, CancellationToken cancellationToken)
    {
        var key = UploadKeys.BytesOf(upload.Id);
        for (var offset = 0L; offset < upload.Offset; offset += PiecesInFlight * PieceBytes)
        {
            var end = Math.Min(upload.Offset, offset + (PiecesInFlight * PieceBytes));
            var starts = Enumerable.Range(0, PiecesInFlight).Select(piece => offset + (piece * PieceBytes)).Where(start => start < end);
            var pieces = await AskAsync(
                database => Task.WhenAll(starts.Select(start => database.StringGetRangeAsync(key, start, Math.Min(start + PieceBytes, end) - 1))),
                cancellationToken);
            if (pieces.Sum(static piece => piece.Length()) != end - offset)
            {
                throw UploadProblems.NotFound();
            }

            Array.ForEach(pieces, piece => take(((ReadOnlyMemory<byte>)piece).Span));
        }
    }

    public Task DeleteAsync(Upload upload, CancellationToken cancellationToken)
    {
        RedisKey[] keys =
        [
            UploadKeys.DescriptionOf(upload.Id), UploadKeys.BytesOf(upload.Id),
            UploadKeys.AllOf(upload.Client), UploadKeys.OpenOf(upload.Client), UploadKeys.All, UploadKeys.Open,
        ];
        RedisValue[] values = [UploadKeys.EntryOf(upload), upload.Id];
        return AskAsync(database => database.ScriptEvaluateAsync(UploadScripts.Delete, keys, values), cancellationToken);
    }

    public async Task<UploadCensus> CountAsync(CancellationToken cancellationToken)
    {
        RedisKey[] keys = [UploadKeys.All, UploadKeys.Open];
        var figures = await AskAsync(
            async database => (long[])(await database.ScriptEvaluateAsync(UploadScripts.Count, keys))!, cancellationToken);
        return new UploadCensus(figures[0], figures[1]);
    }

    private static async Task<long> AppendAsync(IDatabase database, RedisKey[] keys, RedisValue[] values) =>
        (long)await database.ScriptEvaluateAsync(UploadScripts.Append, keys, values);

    /// <summary>Sends a copy of bytes, for the client library may still be sending when the command has been given up.</summary>
    private static async Task<T> SendAsync<T>(ReadOnlyMemory<byte> bytes, Func<RedisValue, Task<T>> send)
    {
        var copy = ArrayPool<byte>.Shared.Rent(bytes.Length);
        bytes.CopyTo(copy);
        var answer = await send(copy.AsMemory(0, bytes.Length));

        // Only with an answer it is sure that they have been sent; without one the memory is left to the garbage collector.
        ArrayPool<byte>.Shared.Return(copy);
        return answer;
    }

    /// <summary>Many bytes go in pieces, so that none holds up the commands of others; they are no part of the upload yet.</summary>
    private async Task<RedisKey> SendPartAsync(Upload upload, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var part = UploadKeys.NewPart(upload.Id);
        for (var start = 0; start < bytes.Length; start += PieceBytes)
        {
            var piece = bytes[start..Math.Min(bytes.Length, start + PieceBytes)];
            await AskAsync(
                database => SendAsync(piece, value => start == 0
                    ? database.StringSetAsync(part, value, PartLifetime)
                    : StringAppendAsync(database, part, value)),
                cancellationToken);
        }

        return part;

        static async Task<bool> StringAppendAsync(IDatabase database, RedisKey key, RedisValue value) =>
            await database.StringAppendAsync(key, value) > 0;
    }

    private async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> command, CancellationToken cancellationToken)
    {
        try
        {
            return await redis.RunAsync(command, cancellationToken, Patience);
        }
        catch (RedisAwayException exception)
        {
            throw UploadProblems.StoreAway(exception);
        }
        catch (RedisServerException exception)
        {
            // Out of memory, above all.
            LogRefused(logger, exception.Message);
            throw UploadProblems.NoRoom(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis refused a command of the uploads: {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);
}
