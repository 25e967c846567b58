namespace ApiService.Jobs.InMemory;

/// <summary>The outcomes that are kept, the oldest first, until they are too old or too many. Its store guards it.</summary>
internal sealed class FinishedJobs(JobOptions options, TimeProvider time)
{
    private readonly Queue<MemoryJob> jobs = [];

    public void Add(MemoryJob job) => jobs.Enqueue(job);

    /// <summary>Lets go of those that need not be kept any longer.</summary>
    public IEnumerable<MemoryJob> Release()
    {
        while (jobs.TryPeek(out var oldest) && (jobs.Count > options.MemoryEntries || IsTooOld(oldest)))
        {
            yield return jobs.Dequeue();
        }
    }

    private bool IsTooOld(MemoryJob job) => time.GetUtcNow() - job.State.History[^1].At > options.Retention;
}
