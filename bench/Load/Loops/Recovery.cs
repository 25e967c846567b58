using System.Diagnostics;
using Load.Requests;

namespace Load.Loops;

/// <summary>How soon the system accepts images at its normal rate again.</summary>
internal static class Recovery
{
    /// <summary>The share of the capacity that counts as normal.</summary>
    public const double NormalShare = 0.8;

    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    /// <summary>The start of the first half second with the normal rate, counted from now; null when there was none.</summary>
    public static async Task<TimeSpan?> MeasureAsync(
        ILoadRequest request, Capacity capacity, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var recorder = await ClosedLoop.RunAsync(request, capacity.Callers, Watched, cancellationToken);
        TimeSpan[] accepted =
            [.. recorder.WithStatus(200).Select(exchange => Stopwatch.GetElapsedTime(start, exchange.Finished))];
        for (var from = TimeSpan.Zero; from + Window <= Watched; from += Step)
        {
            var count = accepted.Count(time => time >= from && time < from + Window);
            if (count >= NormalShare * capacity.Rate * Window.TotalSeconds)
            {
                return from;
            }
        }

        return null;
    }
}
