using ApiService.Jobs.InMemory;
using ApiService.Redis;
using Contracts;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace ApiService.Jobs.InRedis;

/// <summary>
/// Once Redis is back, lets the other replicas know of the jobs that this process took into its memory meanwhile: their callers may
/// ask any replica. The work itself stays here.
/// </summary>
internal sealed partial class MemoryJobSharing(
    RedisGate redis, MemoryJobStore memory, JobSignals signals, IOptions<JobOptions> options, ILogger<MemoryJobSharing> logger)
    : BackgroundService
{
    /// <summary>A job that is not finished by then has ended with its process.</summary>
    private static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var added = signals.ListenToNewJobs();
        while (true)
        {
            await added.WaitAsync(JobSignal.LongestWait, stoppingToken);
            foreach (var job in memory.Unshared())
            {
                await TryShareAsync(job, stoppingToken);
            }
        }
    }

    private async Task TryShareAsync(JobState job, CancellationToken cancellationToken)
    {
        RedisKey[] keys = [JobKeys.Job(job.Id)];
        RedisValue[] values =
        [
            job.Id, StoredJob.Write(job.Status), StoredJob.Write(job.History), job.Result, StoredJob.Write(job.Problem),
            (long)(job.IsFinished ? options.Value.Retention : LongestWork).TotalMilliseconds,
        ];
        try
        {
            var reply = await redis.RunAsync(database => database.ScriptEvaluateAsync(JobScripts.Share, keys, values), cancellationToken);
            memory.Shared(job);
            if ((string?)reply == "canceled" && !job.IsFinished)
            {
                await memory.CancelAsync(job.Id, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is RedisAwayException or RedisException or ProblemException)
        {
            // Tried again in a second.
            LogNotShared(logger, job.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Job {Id} is not known to the other replicas yet")]
    private static partial void LogNotShared(ILogger logger, string id);
}
