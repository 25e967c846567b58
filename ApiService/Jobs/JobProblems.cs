using Contracts;

namespace ApiService.Jobs;

/// <summary>What both stores refuse, in the same words.</summary>
internal static class JobProblems
{
    public static ProblemException Full() =>
        new(ErrorCodes.Overloaded, "Too many images wait to be analysed; try again in a moment.");

    public static ProblemException OtherRequest() =>
        new(ErrorCodes.IdempotencyMismatch, "This Idempotency-Key has been used for another image or other options.");

    public static ProblemException Finished() => new(ErrorCodes.JobFinished, "The job has reached its final state.");

    public static ProblemException NotFound() => new(ErrorCodes.JobNotFound, "No job has this id.");

    /// <summary>Whoever began with the job never came to its end.</summary>
    public static ProblemException WorkersEnded() =>
        new(ErrorCodes.InternalError, "Every worker that began with this job ended before it was done.");
}
