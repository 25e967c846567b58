using System.Runtime.InteropServices;
using ApiService.Redis;
using Contracts;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace ApiService.Similar;

/// <summary>
/// The embeddings of all replicas: each writes its own to a stream in Redis, and reads what is new there before it searches its
/// memory. While Redis is away each replica knows its own images, and those that it has read.
/// </summary>
internal sealed class SharedSimilarImages(RedisGate redis, LocalSimilarImages local, IOptions<SimilarOptions> options) : ISimilarImages, IDisposable
{
    private const string Stream = "vision:similar";
    private const int BatchCount = 200;

    /// <summary>A batch is a megabyte.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim reading = new(1);
    private RedisValue lastRead = "0-0";

    public async ValueTask AddAsync(Analysis analysis, CancellationToken cancellationToken)
    {
        var vector = analysis.Embedding!.Values.ToArray();
        if (!local.Add(analysis.Model, analysis.Digest, vector))
        {
            return;
        }

        NameValueEntry[] entry =
        [
            new("model", analysis.Model.Name),
            new("version", analysis.Model.Version),
            new("digest", analysis.Digest),
            new("vector", MemoryMarshal.AsBytes(vector.AsSpan()).ToArray()),
        ];
        try
        {
            await redis.RunAsync(
                database => database.StreamAddAsync(
                    Stream, entry, maxLength: options.Value.MaximumImages, useApproximateMaxLength: true),
                cancellationToken);
        }
        catch (RedisAwayException)
        {
            // This replica knows it; that is all there is without Redis.
        }
    }

    public async ValueTask<IReadOnlyList<SimilarImage>?> FindAsync(
        ModelReference model, string digest, int count, CancellationToken cancellationToken)
    {
        await ReadNewAsync(cancellationToken);
        return await local.FindAsync(model, digest, count, cancellationToken);
    }

    public void Dispose() => reading.Dispose();

    private async Task ReadNewAsync(CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            StreamEntry[] entries;
            do
            {
                entries = await redis.RunAsync(
                    database => database.StreamReadAsync(Stream, lastRead, BatchCount), cancellationToken, Patience);
                foreach (var entry in entries)
                {
                    Keep(entry);
                    lastRead = entry.Id;
                }
            }
            while (entries.Length == BatchCount);
        }
        catch (RedisAwayException)
        {
            // What was read before is what is known.
        }
        finally
        {
            reading.Release();
        }
    }

    private void Keep(StreamEntry entry)
    {
        var bytes = (byte[]?)entry["vector"] ?? [];
        local.Add(
            new ModelReference(entry["model"].ToString(), entry["version"].ToString()),
            entry["digest"].ToString(),
            MemoryMarshal.Cast<byte, float>(bytes).ToArray());
    }
}
