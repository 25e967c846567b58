using Contracts;

namespace ApiService.Jobs;

/// <summary>One change in the life of a job.</summary>
/// <param name="Status">What it became, or was still.</param>
/// <param name="At">When.</param>
/// <param name="Attempts">How many workers had begun with it by then.</param>
/// <param name="Progress">How much of the work was done, 0 to 1.</param>
internal readonly record struct JobTransition(JobStatus Status, DateTimeOffset At, int Attempts, double Progress)
{
    /// <summary>Whether a worker began then; later it is only told how far it is.</summary>
    public bool IsBeginning => Status == JobStatus.Running && Progress == 0;
}
