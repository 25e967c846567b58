using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Deadlines;

/// <summary>When a request stops being worth an answer: at the caller's own deadline, or the server's, whichever is sooner.</summary>
public sealed class RequestDeadline : IDisposable
{
    private readonly CancellationTokenSource passed;
    private readonly TimeProvider time;
    private readonly TimeSpan maximum;
    private readonly TimeSpan? asked;
    private readonly long started;
    private readonly CancellationToken callerLeft;
    private long? serverStarted;

    internal RequestDeadline(TimeSpan maximum, TimeSpan? asked, TimeProvider time, CancellationToken callerLeft)
    {
        this.callerLeft = callerLeft;
        this.time = time;
        this.maximum = maximum;
        this.asked = asked;
        started = time.GetTimestamp();
        passed = new CancellationTokenSource(asked ?? Timeout.InfiniteTimeSpan, time);
    }

    /// <summary>What is left of the time that the caller gave; it does not depend on the clock on the wall, which may jump.</summary>
    private TimeSpan? LeftForCaller => asked - time.GetElapsedTime(started);

    private TimeSpan? LeftForServer => serverStarted is { } since ? maximum - time.GetElapsedTime(since) : null;

    /// <summary>Cancelled when the deadline passes.</summary>
    public CancellationToken Passed => passed.Token;

    /// <summary>
    /// Starts the server's clock. A sender on a slow line is held to the minimum data rate while its body arrives;
    /// the server's own limit is for the server's own work.
    /// </summary>
    public static void BodyReceived(HttpContext context) =>
        context.Features.Get<RequestDeadline>()?.StartServerClock();

    /// <summary>Whether the deadline is why a request's work was cancelled.</summary>
    public static bool HasPassed(HttpContext context) =>
        context.Features.Get<RequestDeadline>() is { } deadline
        && deadline.passed.IsCancellationRequested && !deadline.callerLeft.IsCancellationRequested;

    /// <summary>What is left until the deadline of a request passes; null where nothing limits it.</summary>
    public static TimeSpan? LeftOf(HttpContext context) => context.Features.Get<RequestDeadline>() is not { } deadline ? null
        : deadline.LeftForServer is { } left && !(deadline.LeftForCaller < left) ? left
        : deadline.LeftForCaller;

    /// <summary>
    /// Leaves the deadline to the handler: its work still ends by the token that this gives, but the reply can be written
    /// after that, to say so.
    /// </summary>
    public static CancellationToken TakeOver(HttpContext context)
    {
        var either = context.RequestAborted;
        if (context.Features.Get<RequestDeadline>() is { } deadline)
        {
            context.RequestAborted = deadline.callerLeft;
        }

        return either;
    }

    /// <summary>Lifts the server's limit from a request that waits by its nature; the caller's own stays.</summary>
    public static void LiftServerLimit(HttpContext context)
    {
        if (context.Features.Get<RequestDeadline>() is { } deadline)
        {
            deadline.serverStarted = null;
            var left = deadline.LeftForCaller;
            deadline.passed.CancelAfter(left is null ? Timeout.InfiniteTimeSpan : left > TimeSpan.Zero ? left.Value : TimeSpan.Zero);
        }
    }

    internal void StartServerClock()
    {
        serverStarted = time.GetTimestamp();
        var left = LeftForCaller;
        if (left is null || left > maximum)
        {
            passed.CancelAfter(maximum);
        }
    }

    public void Dispose() => passed.Dispose();
}
