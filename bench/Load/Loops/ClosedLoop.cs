using System.Diagnostics;
using Load.Requests;

namespace Load.Loops;

/// <summary>A number of callers, each of whom sends the next image when the last one is answered.</summary>
internal static class ClosedLoop
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(20);

    public static async Task<Recorder> RunAsync(
        AnalyzeRequest request, int callers, TimeSpan duration, CancellationToken cancellationToken)
    {
        var recorder = new Recorder();
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(Enumerable.Range(0, callers)
            .Select(_ => CallAsync(request, recorder, end, cancellationToken)));
        return recorder;
    }

    private static async Task CallAsync(AnalyzeRequest request, Recorder recorder, long end, CancellationToken cancellationToken)
    {
        using var connection = new LoadConnection(request);
        while (Stopwatch.GetTimestamp() < end)
        {
            var failures = recorder.Failures.Count;
            await recorder.RecordAsync(connection, Stopwatch.GetTimestamp(), cancellationToken);
            if (recorder.Failures.Count != failures)
            {
                await Task.Delay(PauseAfterFailure, cancellationToken);
            }
        }
    }
}
