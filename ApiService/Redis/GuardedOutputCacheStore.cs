using Microsoft.AspNetCore.OutputCaching;

namespace ApiService.Redis;

/// <summary>The output cache's store behind the gate: while Redis is away it is empty, and nobody waits for it.</summary>
internal sealed class GuardedOutputCacheStore(IOutputCacheStore redis, RedisGate gate) : IOutputCacheStore
{
    public async ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return await gate.RunAsync(_ => redis.GetAsync(key, cancellationToken).AsTask(), cancellationToken);
        }
        catch (RedisAwayException)
        {
            return null;
        }
    }

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken) =>
        TryAsync(() => redis.SetAsync(key, value, tags, validFor, cancellationToken), cancellationToken);

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) =>
        TryAsync(() => redis.EvictByTagAsync(tag, cancellationToken), cancellationToken);

    private async ValueTask TryAsync(Func<ValueTask> command, CancellationToken cancellationToken)
    {
        try
        {
            await gate.RunAsync(
                async _ =>
                {
                    await command();
                    return true;
                },
                cancellationToken);
        }
        catch (RedisAwayException)
        {
            // What is not kept is made again.
        }
    }
}
