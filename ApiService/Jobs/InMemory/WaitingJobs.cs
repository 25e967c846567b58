namespace ApiService.Jobs.InMemory;

/// <summary>The jobs that wait, each kind in a queue of its own. Its store guards it.</summary>
internal sealed class WaitingJobs
{
    private readonly Dictionary<JobKind, Queue<MemoryJob>> queues =
        Enum.GetValues<JobKind>().ToDictionary(static kind => kind, static _ => new Queue<MemoryJob>());

    public void Add(MemoryJob job) => queues[job.Kind].Enqueue(job);

    /// <summary>Gives the next job of a kind, null if there is none; one that was canceled while it waited has no work left.</summary>
    public MemoryJob? Next(JobKind kind)
    {
        while (queues[kind].TryDequeue(out var job))
        {
            if (!job.State.IsFinished)
            {
                return job;
            }
        }

        return null;
    }
}
