using System.ClientModel;
using System.Globalization;
using Microsoft.SemanticKernel;

namespace Vision.Captions.Chat;

/// <summary>
/// Why the endpoint gave no answer that can be used. Of an exception behind it only the kind is kept: its message may repeat what
/// was sent or said.
/// </summary>
/// <param name="Reason">The kind, or the HTTP status.</param>
/// <param name="IsOfEndpoint">Whether another image would fail as well, which is what the breaker counts.</param>
/// <param name="RetryAfter">After which time the same call may succeed; null where it never will.</param>
internal sealed record CaptionFailure(string Reason, bool IsOfEndpoint, TimeSpan? RetryAfter = null)
{
    public static readonly CaptionFailure Timeout = new("timeout", IsOfEndpoint: true);
    public static readonly CaptionFailure OutOfTime = new("out_of_time", IsOfEndpoint: false);
    public static readonly CaptionFailure Busy = new("busy", IsOfEndpoint: false);
    public static readonly CaptionFailure Open = new("circuit_open", IsOfEndpoint: false);
    public static readonly CaptionFailure Empty = new("empty", IsOfEndpoint: false);
    private static readonly CaptionFailure Unreachable = new("unreachable", IsOfEndpoint: true);
    private static readonly CaptionFailure Malformed = new("malformed", IsOfEndpoint: true);

    /// <summary>How long an endpoint is left alone that does not say how long it wants to be.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Whether there were only too many callers, or too short a time; under load each of them would fill the log.</summary>
    public bool IsLoad => this == OutOfTime || this == Busy || this == Open;

    public static CaptionFailure Of(Exception exception, TimeProvider time) => exception switch
    {
        HttpOperationException { StatusCode: { } status, InnerException: var inner } => OfStatus((int)status, inner as ClientResultException, time),
        HttpOperationException or HttpRequestException or IOException => Unreachable,
        _ => Malformed,
    };

    // A picture that is refused says nothing about the endpoint.
    private static CaptionFailure OfStatus(int status, ClientResultException? exception, TimeProvider time) => new(
        status.ToString(CultureInfo.InvariantCulture),
        IsOfEndpoint: status is not (400 or 413 or 422),
        RetryAfter: status is 429 or >= 500 ? Asked(exception, time) ?? Pause : null);

    private static TimeSpan? Asked(ClientResultException? exception, TimeProvider time)
    {
        string? header = null;
        exception?.GetRawResponse()?.Headers.TryGetValue("Retry-After", out header);
        return int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParseExact(header, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                && date > time.GetUtcNow() ? date - time.GetUtcNow()
            : null;
    }
}
