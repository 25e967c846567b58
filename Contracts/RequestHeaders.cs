namespace Contracts;

/// <summary>Names of the headers that belong to this product.</summary>
public static class RequestHeaders
{
    /// <summary>How many milliseconds the caller is willing to wait from the arrival of the request.</summary>
    public const string Deadline = "X-Request-Deadline-Ms";

    /// <summary>Between the services: the digest that the API computed while the image arrived.</summary>
    public const string ImageDigest = "X-Image-Digest";
}
