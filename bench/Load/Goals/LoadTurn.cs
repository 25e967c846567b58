using System.Diagnostics;
using Load.Loops;
using Load.Systems;

namespace Load.Goals;

/// <summary>What came of one turn of a load, and what it took of the machine.</summary>
/// <param name="Recorder">All answers.</param>
/// <param name="Elapsed">The time that passed.</param>
/// <param name="Processor">Processor time of each process of the system, in their order.</param>
/// <param name="ClientProcessor">Processor time of this program.</param>
/// <param name="MachineProcessor">Processor time of all that ran on this machine; null where it does not tell.</param>
internal sealed record LoadTurn(
    Recorder Recorder, TimeSpan Elapsed, IReadOnlyList<TimeSpan> Processor, TimeSpan ClientProcessor, TimeSpan? MachineProcessor)
{
    public int Answered { get; } = Recorder.WithStatus(200).Count();

    public int Refused { get; } = Recorder.WithStatus(503).Count();

    /// <summary>Answers per second.</summary>
    public double Rate => Answered / Elapsed.TotalSeconds;

    /// <summary>Processor time of all processes of the system for each answer; what refusals cost is borne by the answers.</summary>
    public TimeSpan Cost => SystemProcessor / Answered;

    /// <summary>Cores that this program took.</summary>
    public double ClientCores => ClientProcessor / Elapsed;

    /// <summary>Cores that neither the system nor this program took; not a number where the machine does not tell.</summary>
    public double OtherCores => (MachineProcessor - SystemProcessor - ClientProcessor) / Elapsed ?? double.NaN;

    private TimeSpan SystemProcessor => Processor.Aggregate(TimeSpan.Zero, static (sum, used) => sum + used);

    private string Complaint => Recorder.Exchanges.TryPeek(out var exchange)
        ? $"status {exchange.Status}"
        : string.Join("; ", Recorder.Failures.Keys);

    public static async Task<LoadTurn> RunAsync(SystemUnderTest system, Func<Task<Recorder>> load)
    {
        using var client = new ObservedProcess("Load", Process.GetCurrentProcess());
        var (start, clientBefore, machineBefore) = (Stopwatch.GetTimestamp(), client.ProcessorTime, MachineTime.Used);
        TimeSpan[] before = [.. system.Processes.Select(process => process.ProcessorTime)];
        var recorder = await load();
        var elapsed = Stopwatch.GetElapsedTime(start);
        TimeSpan[] used = [.. system.Processes.Zip(before, static (process, earlier) => process.ProcessorTime - earlier)];
        var turn = new LoadTurn(recorder, elapsed, used, client.ProcessorTime - clientBefore, MachineTime.Used - machineBefore);
        return turn.Answered > 0 ? turn : throw new InvalidOperationException($"Nothing was answered: {turn.Complaint}");
    }
}
