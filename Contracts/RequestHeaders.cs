namespace Contracts;

/// <summary>Names of the headers that belong to this product.</summary>
public static class RequestHeaders
{
    /// <summary>How many milliseconds the caller is willing to wait from the arrival of the request.</summary>
    public const string Deadline = "X-Request-Deadline-Ms";

    /// <summary>The caller's API key.</summary>
    public const string ApiKey = "X-Api-Key";

    /// <summary>Makes a request that is sent twice create one job; 1 to 128 visible ASCII characters.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary>
    /// Between the services: how many milliseconds are left for features that can make do with less time. Nothing is ended by it,
    /// because others may have joined the caller whose time it is; the last of them who leaves ends the work.
    /// </summary>
    public const string TimeLeft = "X-Time-Left-Ms";

    /// <summary>Between the services: the digest that the API computed while the image arrived.</summary>
    public const string ImageDigest = "X-Image-Digest";
}
