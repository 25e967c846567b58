using System.Diagnostics;

namespace Load.Loops;

/// <summary>Asks for the health of services again and again, as a cluster does, and takes the time of each answer, whatever it says.</summary>
internal sealed class Prober(IReadOnlyList<Uri> services)
{
    private static readonly string[] Probes = ["/health/live", "/health/ready"];
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly List<TimeSpan> times = [];

    public Latencies Answers => new(times);

    /// <summary>Asks as long as the load runs.</summary>
    public async Task DuringAsync(Task load, CancellationToken cancellationToken)
    {
        while (!load.IsCompleted)
        {
            times.AddRange(await Task.WhenAll(
                from service in services from probe in Probes select AskAsync(new Uri(service, probe), cancellationToken)));
            await Task.WhenAny(load, Task.Delay(Interval, cancellationToken));
        }
    }

    // A connection for each, as the probes of a cluster have it.
    private static async Task<TimeSpan> AskAsync(Uri probe, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        var start = Stopwatch.GetTimestamp();
        using var response = await client.GetAsync(probe, cancellationToken);
        return Stopwatch.GetElapsedTime(start);
    }
}
