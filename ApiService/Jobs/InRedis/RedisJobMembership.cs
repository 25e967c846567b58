using ApiService.Redis;
using StackExchange.Redis;

namespace ApiService.Jobs.InRedis;

/// <summary>
/// Joins this process to the other replicas: passes on what they tell of jobs, and removes the names of those that are gone. The
/// client renews its subscriptions by itself after a connection was lost; only the first time Redis must be there.
/// </summary>
internal sealed class RedisJobMembership(RedisGate redis, RedisJobQueues queues, JobSignals signals, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await TryJoinAsync(stoppingToken))
        {
            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    private async Task<bool> TryJoinAsync(CancellationToken cancellationToken)
    {
        try
        {
            await redis.Subscriber.SubscribeAsync(JobKeys.Added, (_, _) => signals.TellAdded()).WaitAsync(cancellationToken);
            await redis.Subscriber.SubscribeAsync(JobKeys.Changed, (_, id) => signals.TellChanged(id!)).WaitAsync(cancellationToken);
            foreach (var queue in queues.All)
            {
                await queue.ForgetConsumersAsync(cancellationToken);
            }

            return true;
        }
        catch (Exception exception) when (exception is RedisException or RedisAwayException)
        {
            return false;
        }
    }
}
