using System.Diagnostics;
using ApiService.Jobs.InMemory;
using ApiService.Jobs.InRedis;
using ApiService.Redis;
using Contracts;
using StackExchange.Redis;

namespace ApiService.Jobs;

/// <summary>
/// The jobs of this process and, where there is Redis, those of all replicas. While Redis is away new jobs live in memory, so
/// that callers are served; those that are in Redis wait there until it is back.
/// </summary>
internal sealed class JobStores(MemoryJobStore memory, RedisJobStore? redis = null)
{
    public bool SurviveTheProcess => redis is not null;

    public async Task<JobState> AddAsync(JobRequest request, CancellationToken cancellationToken)
    {
        using var activity = JobActivities.StartSending(request.Kind, SurviveTheProcess);
        request = request with { Trace = Activity.Current?.Id };
        if (redis is not null)
        {
            try
            {
                return await redis.AddAsync(request, cancellationToken);
            }
            catch (RedisAwayException)
            {
                // Kept in memory, as without Redis.
            }
        }

        return await memory.AddAsync(request, cancellationToken);
    }

    /// <exception cref="ProblemException"><c>overloaded</c>: Redis, where the job may be, is away.</exception>
    public Task<JobState?> FindAsync(string id, CancellationToken cancellationToken) =>
        AskAsync(id, static (store, wanted, token) => store.FindAsync(wanted, token), cancellationToken);

    /// <exception cref="ProblemException"><c>job_finished</c>, or <c>overloaded</c>: Redis, where the job may be, is away.</exception>
    public Task<JobState?> CancelAsync(string id, CancellationToken cancellationToken) =>
        AskAsync(id, static (store, wanted, token) => store.CancelAsync(wanted, token), cancellationToken);

    public async Task<JobLease?> TakeAsync(JobKind kind, CancellationToken cancellationToken)
    {
        if (await memory.TakeAsync(kind, cancellationToken) is { } own)
        {
            return own;
        }

        try
        {
            return redis is null ? null : await redis.TakeAsync(kind, cancellationToken);
        }
        catch (RedisAwayException)
        {
            return null;
        }
    }

    /// <summary>Counts the jobs of this process and of Redis; null while it cannot be asked.</summary>
    public async Task<JobCensus?> CountAsync(CancellationToken cancellationToken)
    {
        var own = await memory.CountAsync(cancellationToken);
        try
        {
            return redis is null ? own : Sum(own, await redis.CountAsync(cancellationToken));
        }
        catch (Exception exception) when (exception is RedisAwayException or RedisException)
        {
            return null;
        }
    }

    private static JobCensus Sum(JobCensus one, JobCensus other) => new(
        [
            .. one.Open.Concat(other.Open).GroupBy(static count => (count.Kind, count.Status)).Select(static group => new JobCount(
                group.Key.Kind, group.Key.Status, group.Sum(static count => count.Count), group.Max(static count => count.OldestAge))),
        ],
        one.GivenUp + other.GivenUp);

    private async Task<JobState?> AskAsync(
        string id, Func<IJobStore, string, CancellationToken, Task<JobState?>> ask, CancellationToken cancellationToken)
    {
        if (await ask(memory, id, cancellationToken) is { } own)
        {
            return own;
        }

        try
        {
            return redis is null ? null : await ask(redis, id, cancellationToken);
        }
        catch (RedisAwayException exception)
        {
            throw new ProblemException(ErrorCodes.Overloaded, "The job store cannot be reached at the moment.", exception);
        }
    }
}
