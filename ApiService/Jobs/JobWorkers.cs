using System.Diagnostics.CodeAnalysis;
using ApiService.Telemetry;
using Microsoft.Extensions.Options;

namespace ApiService.Jobs;

/// <summary>The workers of this process: each takes one job of its kind after the other. Of trainings one goes on at a time.</summary>
internal sealed partial class JobWorkers(
    JobStores jobs,
    JobRun run,
    JobSignals signals,
    ApiTelemetry telemetry,
    IOptions<JobOptions> options,
    TimeProvider time,
    ILogger<JobWorkers> logger)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([
            .. Enumerable.Range(0, options.Value.Workers).Select(_ => WorkAsync(JobKind.Analysis, stoppingToken)),
            .. Enumerable.Range(0, Math.Min(1, options.Value.Workers)).Select(_ => WorkAsync(JobKind.Training, stoppingToken)),
        ]);

    [SuppressMessage("Design", "CA1031", Justification = "A worker outlives whatever goes wrong with one job.")]
    private async Task WorkAsync(JobKind kind, CancellationToken cancellationToken)
    {
        // The host waits for the part before the first await.
        await Task.Yield();
        using var added = signals.ListenToNewJobs();
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await WorkOnceAsync(kind, added, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogUnexpected(logger, exception);
                await Task.Delay(JobSignal.LongestWait, CancellationToken.None);
            }
        }
    }

    /// <summary>Takes the next job and works on it, or waits until there may be one.</summary>
    private async Task WorkOnceAsync(JobKind kind, JobSignal added, CancellationToken cancellationToken)
    {
        using var lease = await jobs.TakeAsync(kind, cancellationToken);
        if (lease is null)
        {
            await added.WaitAsync(JobSignal.LongestWait, cancellationToken);
        }
        else
        {
            telemetry.Began(kind);
            var started = time.GetTimestamp();
            try
            {
                await run.RunAsync(lease, cancellationToken);
            }
            finally
            {
                telemetry.Ended(kind, time.GetElapsedTime(started));
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A worker met an unexpected exception and goes on")]
    private static partial void LogUnexpected(ILogger logger, Exception exception);
}
