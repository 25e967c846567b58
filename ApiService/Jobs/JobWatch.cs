using System.Runtime.CompilerServices;

namespace ApiService.Jobs;

/// <summary>Follows one job until it is finished.</summary>
internal sealed class JobWatch(JobStores jobs, JobSignals signals)
{
    /// <summary>Gives the job each time that it has changed, the first time at once, until it is finished or gone.</summary>
    public async IAsyncEnumerable<JobState> FollowAsync(string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var signal = signals.ListenTo(id);
        var seen = 0;
        while (await jobs.FindAsync(id, cancellationToken) is { } job)
        {
            if (job.History.Count > seen)
            {
                seen = job.History.Count;
                yield return job;
            }

            if (job.IsFinished)
            {
                yield break;
            }

            await signal.WaitAsync(JobSignal.LongestWait, cancellationToken);
        }
    }
}
