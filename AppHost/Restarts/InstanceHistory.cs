namespace AppHost.Restarts;

/// <summary>What one instance has gone through, as far as it decides what happens when it ends.</summary>
internal sealed class InstanceHistory(TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Who has run for so long was well: the next end is a new fault, not more of the last one.</summary>
    private static readonly TimeSpan GoodRun = TimeSpan.FromMinutes(1);

    private string? state;
    private long? runningSince;
    private bool hasRun;
    private TimeSpan pause = FirstPause;

    /// <summary>Takes in the next state of the instance.</summary>
    /// <returns>
    /// How long to wait before it is started again; null if it goes on, was stopped on purpose, or never ran: what keeps an
    /// instance from running at all is no accident, and its log says what it is.
    /// </returns>
    public TimeSpan? Follow(string? next)
    {
        var last = state;
        state = next;
        if (next == last)
        {
            return null;
        }

        if (next == KnownResourceStates.Running)
        {
            runningSince = time.GetTimestamp();
        }

        hasRun |= next == KnownResourceStates.Running || next == KnownResourceStates.Finished || next == KnownResourceStates.Exited;
        return KnownResourceStates.TerminalStates.Contains(next, StringComparer.Ordinal) && last != KnownResourceStates.Stopping && hasRun
            ? NextPause()
            : null;
    }

    private TimeSpan NextPause()
    {
        if (runningSince is { } since && time.GetElapsedTime(since) >= GoodRun)
        {
            pause = FirstPause;
        }

        runningSince = null;
        var next = pause;
        pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
        return next;
    }
}
