using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ApiService.Redis;
using ApiService.Telemetry;
using Contracts;
using Microsoft.Extensions.Options;
using ServiceDefaults.Problems;
using StackExchange.Redis;

namespace ApiService.Jobs;

/// <summary>One attempt at one job: works on it, keeps its lease meanwhile, and writes down what came of it.</summary>
internal sealed partial class JobRun(
    IEnumerable<IJobWork> works,
    JobSignals signals,
    ApiTelemetry telemetry,
    IOptions<JobOptions> options,
    TimeProvider time,
    ILogger<JobRun> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    /// <summary>How long the outcome may wait for Redis to be back; after that another worker does the job again.</summary>
    private static readonly TimeSpan LongestLeave = TimeSpan.FromSeconds(30);

    private readonly Dictionary<JobKind, IJobWork> works = works.ToDictionary(static work => work.Kind);

    public async Task RunAsync(JobLease lease, CancellationToken stopping)
    {
        using var activity = JobActivities.StartProcessing(lease);
        using var keeping = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var working = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var keep = KeepAsync(lease, working.CancelAsync, keeping.Token);
        var progress = new JobProgress(lease);
        var tell = progress.TellAsync(keeping.Token);
        var outcome = await WorkAsync(lease, progress, working.Token);
        await keeping.CancelAsync();
        await tell;
        outcome = (await keep, stopping.IsCancellationRequested) switch
        {
            (JobLeaseState.Canceled, _) when outcome.Status != JobStatus.Succeeded => JobOutcome.Canceled,
            (_, true) when outcome.Status != JobStatus.Succeeded => JobOutcome.HandBack,
            _ => outcome,
        };
        await LeaveAsync(lease, outcome, stopping);
    }

    /// <summary>Gives signs of life until the work is done, and ends the work when it is no longer wanted from this worker.</summary>
    private async Task<JobLeaseState> KeepAsync(JobLease lease, Func<Task> endWork, CancellationToken cancellationToken)
    {
        using var changed = signals.ListenTo(lease.Id);
        try
        {
            while (true)
            {
                // The first time at once: the caller may have taken the job back before anybody listened.
                var state = await RenewAsync(lease, cancellationToken);
                if (state != JobLeaseState.Held)
                {
                    await endWork();
                    return state;
                }

                await changed.WaitAsync(options.Value.Lease / 3, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            return JobLeaseState.Held;
        }
    }

    private static async Task<JobLeaseState> RenewAsync(JobLease lease, CancellationToken cancellationToken)
    {
        try
        {
            return await lease.Store.RenewAsync(lease, cancellationToken);
        }
        catch (Exception exception) when (exception is RedisAwayException or RedisException)
        {
            // Nobody else can take the job meanwhile either.
            return JobLeaseState.Held;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever an attempt throws is its outcome; the worker goes on.")]
    private async Task<JobOutcome> WorkAsync(JobLease lease, JobProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            return JobOutcome.Succeeded(await works[lease.Kind].RunAsync(lease, progress, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return JobOutcome.TryAgain;
        }
        catch (ProblemException problem) when (!problem.Code.Retryable)
        {
            return JobOutcome.Failed(Describe(problem));
        }
        catch (Exception exception)
        {
            var problem = exception as ProblemException;
            if (problem is null)
            {
                LogUnexpected(logger, exception);
            }

            return lease.Attempt < options.Value.MaximumAttempts
                ? JobOutcome.TryAgain
                : JobOutcome.GivenUp(Describe(problem ?? ProblemWriter.Unexpected()));
        }
    }

    private static Problem Describe(ProblemException problem) =>
        ProblemWriter.Describe(problem, Activity.Current?.TraceId.ToHexString());

    /// <summary>The outcome of minutes of work is not lost because Redis is away for seconds.</summary>
    private async Task LeaveAsync(JobLease lease, JobOutcome outcome, CancellationToken stopping)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                await lease.Store.LeaveAsync(lease, outcome, CancellationToken.None);
                telemetry.Left(lease.Kind, outcome);
                return;
            }
            catch (RedisAwayException) when (!stopping.IsCancellationRequested && time.GetElapsedTime(started) < LongestLeave)
            {
                await Task.Delay(Pause, time, CancellationToken.None);
            }
            catch (RedisAwayException)
            {
                LogNotLeft(logger, lease.Id);
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A job ended with an unexpected exception")]
    private static partial void LogUnexpected(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outcome of job {Id} could not be written down; another worker will take it over")]
    private static partial void LogNotLeft(ILogger logger, string id);
}
