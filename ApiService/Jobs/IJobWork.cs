using Contracts;

namespace ApiService.Jobs;

/// <summary>What is done for a job of one kind.</summary>
internal interface IJobWork
{
    JobKind Kind { get; }

    /// <summary>Does the work and gives its result as UTF-8 JSON.</summary>
    /// <param name="lease">The job.</param>
    /// <param name="progress">Is told how much is done, 0 to 1, from any thread.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ProblemException">It cannot be done; where the problem is retryable, not now.</exception>
    Task<ReadOnlyMemory<byte>> RunAsync(JobLease lease, IProgress<double> progress, CancellationToken cancellationToken);
}
