namespace ApiService.RateLimiting;

/// <summary>Counts in the memory of this process.</summary>
internal sealed class LocalCallCounter(TimeProvider time) : ICallCounter
{
    /// <summary>So many callers are remembered before those whose windows are over are looked for.</summary>
    private const int SweepThreshold = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Window> windows = new(StringComparer.Ordinal);
    private int sweepAt = SweepThreshold;

    public ValueTask<QuotaUse> CountAsync(Quota quota, int permits, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return ValueTask.FromResult(Count(quota, permits));
        }
    }

    private QuotaUse Count(Quota quota, int permits)
    {
        var now = time.GetTimestamp();
        var window = windows.GetValueOrDefault(quota.Key);
        var left = quota.Window - time.GetElapsedTime(window.Start, now);
        if (window.Used == 0 || left <= TimeSpan.Zero)
        {
            window = new Window(now, Used: 0, quota.Window);
            left = quota.Window;
        }

        var isPermitted = window.Used + Math.Max(permits, 1) <= quota.Limit;
        if (isPermitted && permits > 0)
        {
            window = window with { Used = window.Used + permits };
            windows[quota.Key] = window;
            Sweep(now);
        }

        return new QuotaUse(isPermitted, quota.Limit - window.Used, left);
    }

    private void Sweep(long now)
    {
        if (windows.Count < sweepAt)
        {
            return;
        }

        foreach (var (key, _) in windows.Where(entry => time.GetElapsedTime(entry.Value.Start, now) >= entry.Value.Length).ToList())
        {
            windows.Remove(key);
        }

        sweepAt = Math.Max(SweepThreshold, windows.Count * 2);
    }

    private readonly record struct Window(long Start, int Used, TimeSpan Length);
}
