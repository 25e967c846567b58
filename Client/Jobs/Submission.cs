using Contracts;

namespace Client;

/// <summary>What became of an image that was submitted: its analysis, if it was done within the wait, else the job.</summary>
/// <param name="JobId">The job's id; whoever has it may follow the job.</param>
/// <param name="Job">The job as it was when the service answered; null if the analysis is there.</param>
/// <param name="Analysis">The analysis; null if it was not done by then.</param>
public sealed record Submission(string JobId, Job? Job, Analysis? Analysis);
