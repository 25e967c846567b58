using Microsoft.Extensions.Caching.Distributed;

namespace ApiService.Redis;

/// <summary>The distributed cache behind the gate: while Redis is away it is empty, and nobody waits for it.</summary>
internal sealed class GuardedDistributedCache(IDistributedCache redis, RedisGate gate) : IDistributedCache
{
    public byte[]? Get(string key) => GetAsync(key).GetAwaiter().GetResult();

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        try
        {
            return await gate.RunAsync(_ => redis.GetAsync(key, token), token);
        }
        catch (RedisAwayException)
        {
            return null;
        }
    }

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) =>
        SetAsync(key, value, options).GetAwaiter().GetResult();

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        // The command may be sent after the gate has given up on it, when the caller has put its array back into the pool.
        byte[] own = [.. value];
        return TryAsync(() => redis.SetAsync(key, own, options, token), token);
    }

    public void Refresh(string key) => RefreshAsync(key).GetAwaiter().GetResult();

    public Task RefreshAsync(string key, CancellationToken token = default) => TryAsync(() => redis.RefreshAsync(key, token), token);

    public void Remove(string key) => RemoveAsync(key).GetAwaiter().GetResult();

    public Task RemoveAsync(string key, CancellationToken token = default) => TryAsync(() => redis.RemoveAsync(key, token), token);

    private async Task TryAsync(Func<Task> command, CancellationToken cancellationToken)
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
            // What is not kept is computed again.
        }
    }
}
