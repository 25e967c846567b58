using Contracts;

namespace ApiService.Jobs;

/// <summary>Where jobs wait, and where their outcomes are kept: in Redis for all replicas, or in the memory of this process.</summary>
internal interface IJobStore
{
    /// <summary>Keeps a job with its bytes, unless the caller's idempotency key has made it already.</summary>
    /// <exception cref="ProblemException"><c>idempotency_mismatch</c>, or <c>overloaded</c>: too many images wait.</exception>
    Task<JobState> AddAsync(JobRequest request, CancellationToken cancellationToken);

    /// <summary>Finds a job; null if there is none, or its outcome has expired.</summary>
    Task<JobState?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Ends a job that waits, and tells the worker of one that runs. Gives the job, null if there is none.</summary>
    /// <exception cref="ProblemException"><c>job_finished</c>.</exception>
    Task<JobState?> CancelAsync(string id, CancellationToken cancellationToken);

    /// <summary>Gives the next job of a kind to work on; null if there is none now.</summary>
    Task<JobLease?> TakeAsync(JobKind kind, CancellationToken cancellationToken);

    /// <summary>Gives a sign of life, and tells whether the work should go on.</summary>
    Task<JobLeaseState> RenewAsync(JobLease lease, CancellationToken cancellationToken);

    /// <summary>Writes down how far the work is. A worker that has lost its lease changes nothing.</summary>
    /// <param name="lease">The job.</param>
    /// <param name="progress">Above 0 and below 1.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task ReportAsync(JobLease lease, double progress, CancellationToken cancellationToken);

    /// <summary>Writes down how a worker leaves a job. A worker that has lost its lease changes nothing, unless it has the result.</summary>
    Task LeaveAsync(JobLease lease, JobOutcome outcome, CancellationToken cancellationToken);

    /// <summary>Counts the jobs.</summary>
    Task<JobCensus> CountAsync(CancellationToken cancellationToken);
}
