using System.Text.Json;
using ApiService.Jobs;
using ApiService.Redis;
using Contracts;
using Vision.Classifiers;

namespace ApiService.Classifiers;

/// <summary>The work of a job that trains a classifier.</summary>
internal sealed class ClassifierTraining(IClassifierTrainer trainer, TimeProvider time) : IJobWork
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>How long an engine, or a Redis, that is away is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public JobKind Kind => JobKind.Training;

    public async Task<ReadOnlyMemory<byte>> RunAsync(JobLease lease, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await using var examples = lease.OpenExamples!();
                var result = await trainer.TrainAsync(lease.Settings.ClassifierName, examples, progress, cancellationToken);
                return JsonSerializer.SerializeToUtf8Bytes(result, ContractsJsonContext.Default.TrainingResult);
            }
            catch (Exception exception) when (IsPassing(exception) && time.GetElapsedTime(started) < Patience)
            {
                // It begins anew: nothing is left of a training that was cut off.
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private static bool IsPassing(Exception exception) =>
        exception is RedisAwayException or ProblemException { Code.Retryable: true };
}
