using System.Diagnostics;
using Load.Loops;
using Load.Systems;

namespace Load.Goals;

/// <summary>What came of one turn of a load, and what it took of the machine.</summary>
/// <param name="Recorder">All answers.</param>
/// <param name="Elapsed">The time that passed.</param>
/// <param name="Processor">Processor time of each process of the system, in their order.</param>
/// <param name="ClientProcessor">Processor time of this program.</param>
internal sealed record LoadTurn(Recorder Recorder, TimeSpan Elapsed, IReadOnlyList<TimeSpan> Processor, TimeSpan ClientProcessor)
{
    public int Answered { get; } = Recorder.WithStatus(200).Count();

    public int Refused { get; } = Recorder.WithStatus(503).Count();

    /// <summary>Answers per second.</summary>
    public double Rate => Answered / Elapsed.TotalSeconds;

    /// <summary>Processor time of all processes of the system for each answer; what refusals cost is borne by the answers.</summary>
    public TimeSpan Cost => Processor.Aggregate(TimeSpan.Zero, static (sum, used) => sum + used) / Answered;

    /// <summary>Cores that this program took.</summary>
    public double ClientCores => ClientProcessor / Elapsed;

    public static async Task<LoadTurn> RunAsync(SystemUnderTest system, Func<Task<Recorder>> load)
    {
        using var client = new ObservedProcess("Load", Process.GetCurrentProcess());
        var (start, clientBefore) = (Stopwatch.GetTimestamp(), client.ProcessorTime);
        TimeSpan[] before = [.. system.Processes.Select(process => process.ProcessorTime)];
        var recorder = await load();
        var elapsed = Stopwatch.GetElapsedTime(start);
        TimeSpan[] used = [.. system.Processes.Zip(before, static (process, earlier) => process.ProcessorTime - earlier)];
        var turn = new LoadTurn(recorder, elapsed, used, client.ProcessorTime - clientBefore);
        return turn.Answered > 0 ? turn : throw new InvalidOperationException($"Nothing was answered: {turn.Complaint}");
    }

    private string Complaint => Recorder.Exchanges.TryPeek(out var exchange)
        ? $"status {exchange.Status}"
        : string.Join("; ", Recorder.Failures.Keys);
}
