using System.Diagnostics;
using Xunit;

namespace Tests.Fixtures;

/// <summary>Waits for a condition, not for a time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="TimeoutException">The condition did not come true within the deadline.</exception>
    public static Task IsTrueAsync(Func<bool> condition, TimeSpan? deadline = null) =>
        IsTrueAsync(() => Task.FromResult(condition()), deadline);

    /// <exception cref="TimeoutException">The condition did not come true within the deadline.</exception>
    public static async Task IsTrueAsync(Func<Task<bool>> condition, TimeSpan? deadline = null, Func<string>? otherwise = null)
    {
        using var timer = new PeriodicTimer(ShortestInterval);
        var start = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            var waited = Stopwatch.GetElapsedTime(start);
            if (waited > (deadline ?? Patience))
            {
                throw new TimeoutException(otherwise is null ? "The condition did not come true in time." : otherwise());
            }

            timer.Period = IntervalAfter(waited);
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A tenth of the time waited so far: long waits neither use up a quota nor the machine.</summary>
    private static TimeSpan IntervalAfter(TimeSpan waited) =>
        TimeSpan.FromTicks(Math.Clamp(waited.Ticks / 10, ShortestInterval.Ticks, LongestInterval.Ticks));
}
