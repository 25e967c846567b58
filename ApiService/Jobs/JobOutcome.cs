using Contracts;

namespace ApiService.Jobs;

/// <summary>How a worker leaves a job.</summary>
/// <param name="Status">What becomes of it; <see cref="JobStatus.Queued"/> puts it back.</param>
internal sealed record JobOutcome(JobStatus Status)
{
    /// <summary>Its caller took it back.</summary>
    public static readonly JobOutcome Canceled = new(JobStatus.Canceled);

    /// <summary>It failed this time and waits for the next worker.</summary>
    public static readonly JobOutcome TryAgain = new(JobStatus.Queued);

    /// <summary>The worker had to stop; its attempt does not count.</summary>
    public static readonly JobOutcome HandBack = new(JobStatus.Queued) { CountsAsAttempt = false };

    public ReadOnlyMemory<byte> Result { get; private init; }

    public Problem? Problem { get; private init; }

    public bool CountsAsAttempt { get; private init; } = true;

    /// <summary>Whether it is put on the list of those that operators should look at.</summary>
    public bool IsGivenUp { get; private init; }

    public static JobOutcome Succeeded(ReadOnlyMemory<byte> result) => new(JobStatus.Succeeded) { Result = result };

    public static JobOutcome Failed(Problem problem) => new(JobStatus.Failed) { Problem = problem };

    public static JobOutcome GivenUp(Problem problem) => new(JobStatus.Failed) { Problem = problem, IsGivenUp = true };
}
