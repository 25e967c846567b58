using Contracts;

namespace ApiService.Uploads;

/// <summary>The refusals that more than one place of this feature gives.</summary>
internal static class UploadProblems
{
    /// <summary>Time for an operator, or for uploads that expire, to make room.</summary>
    private static readonly TimeSpan TimeToMakeRoom = TimeSpan.FromSeconds(10);

    /// <summary>The same words whether it never was, has expired or is somebody else's.</summary>
    public static ProblemException NotFound() => new(ErrorCodes.UploadNotFound, "No upload has this id.");

    public static ProblemException OffsetMismatch() =>
        new(ErrorCodes.UploadOffsetMismatch, "The upload stands at another offset, or another request is writing to it.");

    public static ProblemException Invalid(string detail) => new(ErrorCodes.UploadInvalid, detail);

    public static ProblemException NoRoom(Exception cause) =>
        new(ErrorCodes.Overloaded, "Uploads cannot be stored at the moment. What was stored before is kept.", cause)
        {
            RetryAfter = TimeToMakeRoom,
        };

    public static ProblemException StoreAway(Exception cause) =>
        new(ErrorCodes.Overloaded, "The store of the uploads cannot be reached at the moment.", cause);
}
