using ApiService.Redis;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace ApiService.Jobs.InRedis;

/// <summary>The stream of jobs of one kind, as this process reads it: first what a dead worker left behind, then what is new.</summary>
internal sealed class RedisJobQueue(JobKind kind, RedisGate redis, IOptions<JobOptions> options, TimeProvider time)
{
    /// <summary>A consumer that has nothing in its hands for so long belongs to a process that is gone.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    private readonly RedisKey stream = JobKeys.Queue(kind);
    private readonly TimeSpan lease = options.Value.Lease;
    private long lookedBehind;

    /// <summary>The name of this process among the readers of the stream.</summary>
    public string Consumer { get; } = $"{Environment.MachineName}-{JobId.Create()}";

    /// <summary>Gives the next place in the queue and the job that stands there; null if there is none.</summary>
    public async Task<(string Id, string Job)?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(cancellationToken);
        }
        catch (RedisServerException exception) when (exception.Message.StartsWith("NOGROUP", StringComparison.Ordinal))
        {
            await CreateGroupAsync(cancellationToken);
            return await ReadAsync(cancellationToken);
        }
    }

    /// <summary>Removes the names of processes that are gone.</summary>
    public async Task ForgetConsumersAsync(CancellationToken cancellationToken)
    {
        await CreateGroupAsync(cancellationToken);
        var consumers = await redis.RunAsync(
            database => database.StreamConsumerInfoAsync(stream, JobKeys.Group), cancellationToken);
        foreach (var gone in consumers.Where(one => one.PendingMessageCount == 0 && one.IdleTimeInMilliseconds > Forgotten.TotalMilliseconds))
        {
            await redis.RunAsync(
                database => database.StreamDeleteConsumerAsync(stream, JobKeys.Group, gone.Name), cancellationToken);
        }
    }

    private static (string Id, string Job)? PlaceOf(StreamEntry[] entries) =>
        entries is [{ IsNull: false } entry, ..] ? (entry.Id.ToString(), entry["id"].ToString()) : null;

    private async Task<(string Id, string Job)?> ReadAsync(CancellationToken cancellationToken)
    {
        if (IsTimeToLookBehind() && await TakeOverAsync(cancellationToken) is { } left)
        {
            // Where one was left there may be more.
            lookedBehind = 0;
            return left;
        }

        var entries = await redis.RunAsync(
            database => database.StreamReadGroupAsync(stream, JobKeys.Group, Consumer, StreamPosition.NewMessages, count: 1),
            cancellationToken);
        return PlaceOf(entries);
    }

    private async Task<(string Id, string Job)?> TakeOverAsync(CancellationToken cancellationToken)
    {
        var claimed = await redis.RunAsync(
            database => database.StreamAutoClaimAsync(
                stream, JobKeys.Group, Consumer, (long)lease.TotalMilliseconds, StreamPosition.Beginning, count: 1),
            cancellationToken);
        return PlaceOf(claimed.ClaimedEntries);
    }

    private bool IsTimeToLookBehind()
    {
        var before = lookedBehind;
        var isTime = before == 0 || time.GetElapsedTime(before) > lease / 3;
        return isTime && Interlocked.CompareExchange(ref lookedBehind, time.GetTimestamp(), before) == before;
    }

    private async Task CreateGroupAsync(CancellationToken cancellationToken)
    {
        try
        {
            await redis.RunAsync(
                database => database.StreamCreateConsumerGroupAsync(
                    stream, JobKeys.Group, StreamPosition.Beginning, createStream: true),
                cancellationToken);
        }
        catch (RedisServerException exception) when (exception.Message.StartsWith("BUSYGROUP", StringComparison.Ordinal))
        {
            // Another replica was faster.
        }
    }
}
