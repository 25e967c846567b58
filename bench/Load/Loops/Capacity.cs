using System.Diagnostics;
using System.Globalization;
using Load.Requests;

namespace Load.Loops;

/// <summary>The best rate of accepted images that a closed loop reaches, and with how many callers.</summary>
internal sealed record Capacity(double Rate, int Callers)
{
    private static readonly int[] Steps = [4, 8, 16, 32];

    public static async Task<Capacity> MeasureAsync(
        ILoadRequest request, TimeSpan duration, CancellationToken cancellationToken)
    {
        var best = new Capacity(0, 0);
        foreach (var callers in Steps)
        {
            var start = Stopwatch.GetTimestamp();
            var recorder = await ClosedLoop.RunAsync(request, callers, duration / Steps.Length, cancellationToken);
            var rate = recorder.WithStatus(200).Count() / Stopwatch.GetElapsedTime(start).TotalSeconds;
            await Console.Error.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"  {callers} callers: {rate:F0}/s").AsMemory(), cancellationToken);
            best = rate > best.Rate ? new Capacity(rate, callers) : best;
        }

        return best.Rate > 0 ? best : throw new InvalidOperationException("The system accepts no image.");
    }
}
