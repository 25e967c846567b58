using ApiService.Jobs.InMemory;
using ApiService.Jobs.InRedis;
using ApiService.Redis;
using Contracts;

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
