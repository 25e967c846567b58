namespace Contracts;

/// <summary>The body of every error: <c>application/problem+json</c> (RFC 9457) with the members of this product.</summary>
public sealed record Problem
{
    /// <summary>Address of the page that documents the code.</summary>
    public required string Type { get; init; }

    /// <summary>The code's title.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What happened to this request, in a sentence.</summary>
    public string? Detail { get; init; }

    /// <summary>The stable code; see <see cref="ErrorCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Whether the same request may succeed later.</summary>
    public required bool Retryable { get; init; }

    /// <summary>The trace under which the logs of all services tell more.</summary>
    public string? TraceId { get; init; }

    /// <summary>For <c>invalid_request</c>: what is wrong with each member.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }
}
