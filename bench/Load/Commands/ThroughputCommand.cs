using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Load.Loops;
using Load.Reports;

namespace Load.Commands;

/// <summary>The rate of a closed loop: of new images, or of one that the caches know.</summary>
internal sealed class ThroughputCommand
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    private readonly Option<int> concurrency = new("--concurrency") { Description = "Callers.", DefaultValueFactory = _ => 8 };

    private readonly Option<int> seconds = new("--seconds") { Description = "Length of the run.", DefaultValueFactory = _ => 10 };

    private readonly Option<bool> unique = new("--unique") { Description = "Every image is another one (the default)." };

    private readonly Option<bool> same = new("--same") { Description = "All images are one image." };

    private readonly TargetOptions target;

    private ThroughputCommand(Command command)
    {
        target = new TargetOptions(command);
        foreach (var option in new Option[] { concurrency, seconds, unique, same })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(unique) && result.GetValue(same))
            {
                result.AddError("Either --unique or --same.");
            }
        });
    }

    public static Command Create()
    {
        var command = new Command("throughput", "Measures the rate and the times of answers in a closed loop.");
        var throughput = new ThroughputCommand(command);
        command.SetAction(throughput.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var system = await target.StartAsync(arguments, cancellationToken);
        var request = await target.RequestAsync(arguments, system, !arguments.GetValue(same), cancellationToken);
        var callers = arguments.GetValue(concurrency);
        await ClosedLoop.RunAsync(request, callers, WarmUp, cancellationToken);

        var start = Stopwatch.GetTimestamp();
        var recorder = await ClosedLoop.RunAsync(
            request, callers, TimeSpan.FromSeconds(arguments.GetValue(seconds)), cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;

        var accepted = new Latencies(recorder.WithStatus(200).Select(exchange => exchange.Took));
        var others = recorder.Exchanges.Count - accepted.Count + recorder.Failures.Values.Sum();
        ReportRow[] rows =
        [
            new("200", string.Create(CultureInfo.InvariantCulture, $"{accepted.Count / elapsed:F0}/s")),
            new("p50", string.Create(CultureInfo.InvariantCulture, $"{accepted.Percentile(0.5):F1} ms")),
            new("p99", string.Create(CultureInfo.InvariantCulture, $"{accepted.Percentile(0.99):F1} ms")),
            new("other answers and failures", others.ToString(CultureInfo.InvariantCulture), "0", others == 0),
        ];
        await Console.Out.WriteAsync(ReportTable.Format(rows).AsMemory(), cancellationToken);
        return others == 0 ? 0 : 1;
    }
}
