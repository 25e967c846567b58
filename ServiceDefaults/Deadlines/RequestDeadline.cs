using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Deadlines;

/// <summary>When a request stops being worth an answer: at the caller's own deadline, or the server's, whichever is sooner.</summary>
public sealed class RequestDeadline : IDisposable
{
    private readonly CancellationTokenSource passed;
    private readonly TimeProvider time;
    private readonly TimeSpan maximum;
    private readonly DateTimeOffset? callersLimit;

    internal RequestDeadline(TimeSpan maximum, TimeSpan? asked, TimeProvider time)
    {
        this.time = time;
        this.maximum = maximum;
        callersLimit = time.GetUtcNow() + asked;
        passed = new CancellationTokenSource(asked ?? Timeout.InfiniteTimeSpan, time);
    }

    /// <summary>Cancelled when the deadline passes.</summary>
    public CancellationToken Passed => passed.Token;

    /// <summary>
    /// Starts the server's clock. A sender on a slow line is held to the minimum data rate while its body arrives;
    /// the server's own limit is for the server's own work.
    /// </summary>
    public static void BodyReceived(HttpContext context) =>
        context.Features.Get<RequestDeadline>()?.StartServerClock();

    internal void StartServerClock()
    {
        var left = callersLimit - time.GetUtcNow();
        if (left is null || left > maximum)
        {
            passed.CancelAfter(maximum);
        }
    }

    public void Dispose() => passed.Dispose();
}
