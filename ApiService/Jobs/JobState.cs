using System.Text.Json;
using Contracts;

namespace ApiService.Jobs;

/// <summary>A job as its store knows it: its changes so far, and its outcome once there is one.</summary>
/// <param name="Id">The job's id.</param>
/// <param name="History">Its changes; the first one is that it was accepted.</param>
/// <param name="Result">Once it has succeeded: the outcome as UTF-8 JSON.</param>
/// <param name="Problem">Once it has failed: why.</param>
internal sealed record JobState(string Id, IReadOnlyList<JobTransition> History, ReadOnlyMemory<byte> Result, Problem? Problem)
{
    public JobStatus Status => History[^1].Status;

    public bool IsFinished => IsFinal(Status);

    public static bool IsFinal(JobStatus status) => status is JobStatus.Succeeded or JobStatus.Failed or JobStatus.Canceled;

    /// <summary>The job as callers see it.</summary>
    public Job Describe() => Describe(History.Count);

    /// <summary>The job as it was after so many changes.</summary>
    public Job Describe(int changes)
    {
        var last = History[changes - 1];
        return new Job
        {
            Id = Id,
            Status = last.Status,
            CreatedAt = History[0].At,
            StartedAt = TimeOf(changes, static change => change.IsBeginning),
            FinishedAt = TimeOf(changes, static change => IsFinal(change.Status)),
            Attempts = last.Attempts,
            Progress = last.Progress,
            Result = last.Status == JobStatus.Succeeded ? JsonElement.Parse(Result.Span) : null,
            Problem = last.Status == JobStatus.Failed ? Problem : null,
        };
    }

    private DateTimeOffset? TimeOf(int changes, Func<JobTransition, bool> matches)
    {
        var found = History.Take(changes).LastOrDefault(matches);
        return found == default ? null : found.At;
    }
}
