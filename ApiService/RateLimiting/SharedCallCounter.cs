using ApiService.Redis;
using StackExchange.Redis;

namespace ApiService.RateLimiting;

/// <summary>Counts over all replicas, in Redis; while that is away each replica counts alone.</summary>
internal sealed class SharedCallCounter(RedisGate redis, LocalCallCounter local) : ICallCounter
{
    // The window begins with its first request and ends by the key's expiry, on the clock of Redis alone.
    private const string Script = """
        local used = tonumber(redis.call('GET', KEYS[1]) or '0')
        local left = redis.call('PTTL', KEYS[1])
        local permits = tonumber(ARGV[1])
        local permitted = used + math.max(permits, 1) <= tonumber(ARGV[2])
        if permitted and permits > 0 then
          used = redis.call('INCRBY', KEYS[1], permits)
          if left < 0 then
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
          end
        end
        if left < 0 then
          left = tonumber(ARGV[3])
        end
        return { permitted and 1 or 0, used, left }
        """;

    public async ValueTask<QuotaUse> CountAsync(Quota quota, int permits, CancellationToken cancellationToken)
    {
        try
        {
            RedisKey[] keys = [$"vision:limit:{quota.Key}"];
            RedisValue[] values = [permits, quota.Limit, (long)quota.Window.TotalMilliseconds];
            var reply = (long[])(await redis.RunAsync(database => database.ScriptEvaluateAsync(Script, keys, values), cancellationToken))!;
            return new QuotaUse(reply[0] == 1, (int)Math.Max(quota.Limit - reply[1], 0), TimeSpan.FromMilliseconds(reply[2]));
        }
        catch (RedisAwayException)
        {
            return await local.CountAsync(quota, permits, cancellationToken);
        }
    }
}
