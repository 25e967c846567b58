using Xunit;

namespace Tests.Fixtures;

/// <summary>Waits for a condition, not for a time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="TimeoutException">The condition did not come true within the deadline.</exception>
    public static Task IsTrueAsync(Func<bool> condition, TimeSpan? deadline = null) =>
        IsTrueAsync(() => Task.FromResult(condition()), deadline);

    /// <exception cref="TimeoutException">The condition did not come true within the deadline.</exception>
    public static async Task IsTrueAsync(Func<Task<bool>> condition, TimeSpan? deadline = null, Func<string>? otherwise = null)
    {
        using var timer = new PeriodicTimer(Interval);
        var end = DateTime.UtcNow + (deadline ?? Patience);
        while (!await condition())
        {
            if (DateTime.UtcNow > end)
            {
                throw new TimeoutException(otherwise is null ? "The condition did not come true in time." : otherwise());
            }

            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
