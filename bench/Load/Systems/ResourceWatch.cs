using System.Diagnostics;

namespace Load.Systems;

/// <summary>Looks at the processes again and again while a load runs.</summary>
internal sealed class ResourceWatch(IReadOnlyList<ObservedProcess> processes)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly long[] before = [.. processes.Select(process => process.ResidentBytes)];
    private readonly List<long[]> samples = [];
    private readonly double[] cores = new double[processes.Count];

    /// <summary>Watches as long as the load runs.</summary>
    public async Task DuringAsync(Task load, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        TimeSpan[] used = [.. processes.Select(process => process.ProcessorTime)];
        while (!load.IsCompleted)
        {
            samples.Add([.. processes.Select(process => process.ResidentBytes)]);
            await Task.WhenAny(load, Task.Delay(Interval, cancellationToken));
        }

        var elapsed = Stopwatch.GetElapsedTime(start);
        for (var index = 0; index < processes.Count; index++)
        {
            cores[index] = (processes[index].ProcessorTime - used[index]) / elapsed;
        }

        await load;
    }

    /// <summary>The use of each process; its memory afterwards is that of now.</summary>
    public IReadOnlyList<ResourceUse> Finish() =>
    [
        .. processes.Select((process, index) =>
            new ResourceUse(
                process.Name, before[index], PeakOf(index, (samples.Count + 1) / 2), PeakOf(index, samples.Count), process.ResidentBytes, cores[index])),
    ];

    private long PeakOf(int index, int count) => samples.Take(count).Max(sample => sample[index]);
}
