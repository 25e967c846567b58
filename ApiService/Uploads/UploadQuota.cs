using Contracts;

namespace ApiService.Uploads;

/// <summary>What one client may have in uploads that have not expired.</summary>
internal static class UploadQuota
{
    /// <summary>Uploads whose bytes are not all there.</summary>
    public const int MaximumOpen = 8;

    /// <summary>Bytes of all uploads together, as they were declared: 200 MiB.</summary>
    public const long MaximumBytes = 200 * 1024 * 1024;

    /// <summary>What an upload counts at least: a place in the store has its cost too, and empty uploads are soon made by the million.</summary>
    private const long SmallestChargeBytes = 16 * 1024;

    /// <summary>What an upload counts for <see cref="MaximumBytes"/>.</summary>
    public static long ChargeOf(long length) => Math.Max(length, SmallestChargeBytes);

    /// <param name="nextExpiry">When the first of the client's uploads makes room by itself.</param>
    public static ProblemException Exceeded(TimeSpan nextExpiry) =>
        new(ErrorCodes.UploadQuota, "This client has 8 open uploads or 200 MB in all of its uploads.") { RetryAfter = nextExpiry };
}
