namespace Tests.Fixtures;

/// <summary>The system's time with a wall clock that somebody sets; what measures durations goes on undisturbed, as it does in a computer.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private long offsetTicks;

    public void Jump(TimeSpan by) => Interlocked.Add(ref offsetTicks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));
}
