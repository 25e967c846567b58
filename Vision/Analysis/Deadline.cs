namespace Vision;

/// <summary>How long the caller of an analysis waits, for features that can make do with less time. Counted by a clock that never jumps.</summary>
public readonly record struct Deadline
{
    private readonly TimeProvider? time;
    private readonly TimeSpan span;
    private readonly long started;

    private Deadline(TimeSpan span, TimeProvider time)
    {
        this.time = time;
        this.span = span;
        started = time.GetTimestamp();
    }

    /// <summary>The deadline of a caller who waits as long as it takes.</summary>
    public static Deadline None => default;

    /// <summary>What is left of the time, not below zero; null where there is no deadline.</summary>
    public TimeSpan? Left
    {
        get
        {
            var left = span - time?.GetElapsedTime(started);
            return left < TimeSpan.Zero ? TimeSpan.Zero : left;
        }
    }

    /// <summary>A deadline from now on.</summary>
    /// <param name="left">The time until it passes; null for none.</param>
    /// <param name="time">The clock; null for that of the system.</param>
    public static Deadline In(TimeSpan? left, TimeProvider? time = null) =>
        left is { } span ? new Deadline(span, time ?? TimeProvider.System) : None;
}
