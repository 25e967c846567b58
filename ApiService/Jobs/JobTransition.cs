using Contracts;

namespace ApiService.Jobs;

/// <summary>One change in the life of a job.</summary>
/// <param name="Status">What it became.</param>
/// <param name="At">When.</param>
/// <param name="Attempts">How many workers had begun with it by then.</param>
internal readonly record struct JobTransition(JobStatus Status, DateTimeOffset At, int Attempts);
