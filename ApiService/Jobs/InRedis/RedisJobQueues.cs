using ApiService.Redis;
using Microsoft.Extensions.Options;

namespace ApiService.Jobs.InRedis;

/// <summary>The streams of all kinds of jobs.</summary>
internal sealed class RedisJobQueues(RedisGate redis, IOptions<JobOptions> options, TimeProvider time)
{
    private readonly Dictionary<JobKind, RedisJobQueue> queues =
        Enum.GetValues<JobKind>().ToDictionary(static kind => kind, kind => new RedisJobQueue(kind, redis, options, time));

    public IEnumerable<RedisJobQueue> All => queues.Values;

    public RedisJobQueue this[JobKind kind] => queues[kind];
}
