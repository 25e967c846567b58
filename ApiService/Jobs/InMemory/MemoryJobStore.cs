using Contracts;
using Microsoft.Extensions.Options;

namespace ApiService.Jobs.InMemory;

/// <summary>Jobs that live and end with this process. Its workers are this process's too, so no lease ever runs out.</summary>
internal sealed class MemoryJobStore(IOptions<JobOptions> options, JobSignals signals, TimeProvider time) : IJobStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, MemoryJob> jobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MemoryJob> keys = new(StringComparer.Ordinal);
    private readonly WaitingJobs waiting = new();
    private readonly FinishedJobs finished = new(options.Value, time);
    private long bytes;
    private long givenUp;

    /// <summary>Jobs that have changed since the other replicas were told of them.</summary>
    public IReadOnlyList<JobState> Unshared()
    {
        lock (gate)
        {
            return [.. jobs.Values.Where(static job => job.SharedChanges < job.State.History.Count).Select(static job => job.State)];
        }
    }

    /// <summary>Takes note that the other replicas know a job as it was.</summary>
    public void Shared(JobState job)
    {
        lock (gate)
        {
            if (jobs.TryGetValue(job.Id, out var own))
            {
                own.SharedChanges = job.History.Count;
            }
        }
    }

    public Task<JobState> AddAsync(JobRequest request, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Forget();
            if (request.IdempotencyKey is { } key && keys.TryGetValue(key, out var known))
            {
                return known.Fingerprint == request.Fingerprint ? Task.FromResult(known.State) : throw JobProblems.OtherRequest();
            }

            if (request.Bytes > options.Value.MaximumBytes - bytes)
            {
                throw JobProblems.Full();
            }

            bytes += request.Bytes;
            return Task.FromResult(Add(new MemoryJob(request)).State);
        }
    }

    public Task<JobState?> FindAsync(string id, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Forget();
            return Task.FromResult(jobs.GetValueOrDefault(id)?.State);
        }
    }

    public Task<JobState?> CancelAsync(string id, CancellationToken cancellationToken)
    {
        MemoryJob? job;
        lock (gate)
        {
            job = jobs.GetValueOrDefault(id);
            if (job?.State.IsFinished == true)
            {
                throw JobProblems.Finished();
            }

            if (job is not null)
            {
                job.IsCancelAsked = true;
                if (job.State.Status == JobStatus.Queued)
                {
                    Finish(job, JobOutcome.Canceled);
                }
            }
        }

        signals.TellChanged(id);
        return Task.FromResult(job?.State);
    }

    public Task<JobLease?> TakeAsync(JobKind kind, CancellationToken cancellationToken)
    {
        JobLease? lease;
        lock (gate)
        {
            lease = waiting.Next(kind)?.Begin(this, time.GetUtcNow());
        }

        if (lease is not null)
        {
            signals.TellChanged(lease.Id);
        }

        return Task.FromResult(lease);
    }

    public Task<JobLeaseState> RenewAsync(JobLease lease, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(jobs[lease.Id].IsCancelAsked ? JobLeaseState.Canceled : JobLeaseState.Held);
        }
    }

    public Task ReportAsync(JobLease lease, double progress, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (jobs.GetValueOrDefault(lease.Id) is { State.Status: JobStatus.Running } job && job.Attempts == lease.Attempt)
            {
                job.Become(JobStatus.Running, time.GetUtcNow(), progress: progress);
            }
        }

        signals.TellChanged(lease.Id);
        return Task.CompletedTask;
    }

    public Task LeaveAsync(JobLease lease, JobOutcome outcome, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var job = jobs[lease.Id];
            if (outcome.Status != JobStatus.Queued)
            {
                Finish(job, outcome);
            }
            else if (job.IsCancelAsked)
            {
                Finish(job, JobOutcome.Canceled);
            }
            else
            {
                job.Attempts -= outcome.CountsAsAttempt ? 0 : 1;
                job.Become(JobStatus.Queued, time.GetUtcNow());
                waiting.Add(job);
            }
        }

        signals.TellChanged(lease.Id);
        return Task.CompletedTask;
    }

    public Task<JobCensus> CountAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var open = jobs.Values.Where(static job => !job.State.IsFinished).GroupBy(static job => (job.Kind, job.State.Status));
            return Task.FromResult(new JobCensus([.. open.Select(group => CountOf(group.Key.Kind, group.Key.Status, [.. group]))], givenUp));
        }
    }

    private JobCount CountOf(JobKind kind, JobStatus status, IReadOnlyCollection<MemoryJob> jobsOfIt) =>
        new(kind, status, jobsOfIt.Count, time.GetUtcNow() - jobsOfIt.Min(static job => job.State.History[0].At));

    private MemoryJob Add(MemoryJob job)
    {
        job.Become(JobStatus.Queued, time.GetUtcNow());
        jobs[job.Id] = job;
        waiting.Add(job);
        if (job.IdempotencyKey is not null)
        {
            keys[job.IdempotencyKey] = job;
        }

        signals.TellAdded();
        return job;
    }

    private void Finish(MemoryJob job, JobOutcome outcome)
    {
        bytes -= job.Bytes;
        givenUp += outcome.IsGivenUp ? 1 : 0;
        job.Become(outcome.Status, time.GetUtcNow(), outcome);
        finished.Add(job);
    }

    private void Forget()
    {
        foreach (var job in finished.Release())
        {
            jobs.Remove(job.Id);
            if (job.IdempotencyKey is not null)
            {
                keys.Remove(job.IdempotencyKey);
            }
        }
    }
}
