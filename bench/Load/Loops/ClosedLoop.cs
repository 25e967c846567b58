using System.Diagnostics;
using Load.Requests;

namespace Load.Loops;

/// <summary>A number of callers, each of whom sends the next request when the last one is answered.</summary>
internal static class ClosedLoop
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(20);

    public static Task<Recorder> RunAsync(
        ILoadRequest request, int callers, TimeSpan duration, CancellationToken cancellationToken)
    {
        var end = EndAfter(duration);
        return RunAsync(request, callers, () => Stopwatch.GetTimestamp() < end, static _ => TimeSpan.Zero, cancellationToken);
    }

    /// <summary>The same with callers who wait after a refusal for as long as it says.</summary>
    public static Task<Recorder> RunPatientlyAsync(
        ILoadRequest request, int callers, TimeSpan duration, CancellationToken cancellationToken)
    {
        var end = EndAfter(duration);
        return RunAsync(
            request,
            callers,
            () => Stopwatch.GetTimestamp() < end,
            retryAfter => Left(end) is var left && retryAfter > left ? left : retryAfter,
            cancellationToken);
    }

    /// <summary>A number of requests in all.</summary>
    public static Task<Recorder> RunAsync(ILoadRequest request, int callers, int requests, CancellationToken cancellationToken)
    {
        var left = requests;
        return RunAsync(request, callers, () => Interlocked.Decrement(ref left) >= 0, static _ => TimeSpan.Zero, cancellationToken);
    }

    private static async Task<Recorder> RunAsync(
        ILoadRequest request, int callers, Func<bool> goesOn, Func<TimeSpan, TimeSpan> pause, CancellationToken cancellationToken)
    {
        var recorder = new Recorder();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => CallAsync()));
        return recorder;

        async Task CallAsync()
        {
            using var connection = new LoadConnection(request);
            while (goesOn())
            {
                var failures = recorder.Failures.Count;
                await recorder.RecordAsync(connection, Stopwatch.GetTimestamp(), cancellationToken);
                var wait = recorder.Failures.Count != failures ? PauseAfterFailure : pause(connection.RetryAfter);
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, cancellationToken);
                }
            }
        }
    }

    private static long EndAfter(TimeSpan duration) => Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);

    private static TimeSpan Left(long end) =>
        Stopwatch.GetTimestamp() is var now && now < end ? Stopwatch.GetElapsedTime(now, end) : TimeSpan.Zero;
}
