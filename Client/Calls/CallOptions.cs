using System.Net.Http.Headers;

namespace Client;

/// <summary>How one call is made, beside what it asks for.</summary>
public sealed record CallOptions
{
    /// <summary>What the caches may do; everything by default.</summary>
    public CacheUse Cache { get; init; }

    /// <summary>
    /// How long the service may take from the arrival of the request, in whole milliseconds above zero; then the call fails with
    /// <c>deadline_exceeded</c>. Null for the service's own limit.
    /// </summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>
    /// Is shown the headers of the reply, of a problem too, before its body is read: <c>Cache-Status</c> (RFC 9211),
    /// <c>Server-Timing</c>, <c>RateLimit</c>, <c>RateLimit-Policy</c>, <c>ETag</c>.
    /// </summary>
    public Action<HttpResponseHeaders>? OnHeaders { get; init; }
}
