using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Load.Loops;
using Load.Reports;
using Load.Requests;
using Load.Systems;

namespace Load.Commands;

/// <summary>What telemetry costs: two systems side by side, one that tells everything, by OTLP and in its log, and one that tells nothing, loaded in turns.</summary>
internal sealed class TelemetryCommand
{
    /// <summary>The most that telemetry may take of the rate.</summary>
    private const double MostCost = 0.03;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    private readonly Option<int> rounds = new("--rounds") { Description = "Turns of each system, a second each.", DefaultValueFactory = _ => 60 };

    private readonly Option<int> concurrency = new("--concurrency") { Description = "Callers.", DefaultValueFactory = _ => 8 };

    private readonly TargetOptions target;

    private TelemetryCommand(Command command)
    {
        target = new TargetOptions(command);
        command.Options.Add(rounds);
        command.Options.Add(concurrency);
    }

    public static Command Create()
    {
        var command = new Command("telemetry", "Measures what telemetry takes of the rate of new images; fails above 3 %.");
        var telemetry = new TelemetryCommand(command);
        command.SetAction(telemetry.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var sink = new TelemetrySink();
        await using var telling = await target.StartAsync(arguments, Telling(sink), cancellationToken);
        await using var silent = await target.StartAsync(
            arguments, new Dictionary<string, string>(StringComparer.Ordinal) { ["OTEL_SDK_DISABLED"] = "true", ["Logging__LogLevel__Default"] = "None" }, cancellationToken);
        AnalyzeRequest[] requests =
        [
            await target.RequestAsync(arguments, telling, isUnique: true, cancellationToken),
            await target.RequestAsync(arguments, silent, isUnique: true, cancellationToken),
        ];
        var callers = arguments.GetValue(concurrency);
        foreach (var request in requests)
        {
            await ClosedLoop.RunAsync(request, callers, WarmUp, cancellationToken);
        }

        // A noisy moment of the machine falls on both alike, and whoever went first goes second the next time.
        List<double>[] rates = [[], []];
        for (var round = 0; round < arguments.GetValue(rounds); round++)
        {
            foreach (var system in round % 2 == 0 ? new[] { 0, 1 } : [1, 0])
            {
                rates[system].Add(await RateAsync(requests[system], callers, cancellationToken));
            }
        }

        double[] costs = [.. rates[0].Zip(rates[1], static (on, off) => 1 - (on / off)).Order()];
        var cost = InnerMean(costs);
        ReportRow[] rows =
        [
            new("200 with telemetry", Text($"{rates[0].Average():F1}/s")),
            new("200 without", Text($"{rates[1].Average():F1}/s")),
            new("telemetry sent", Text($"{sink.Bytes / 1024} KB"), "> 0", sink.Bytes > 0),
            new("cost, half of the rounds within", Text($"{costs[costs.Length / 4]:P1} to {costs[costs.Length * 3 / 4]:P1}")),
            new("cost", Text($"{cost:P1}"), Text($"<= {MostCost:P0}"), cost <= MostCost),
        ];
        await Console.Out.WriteAsync(ReportTable.Format(rows).AsMemory(), cancellationToken);
        return rows.All(row => row.IsMet) ? 0 : 1;
    }

    private static Dictionary<string, string> Telling(TelemetrySink sink) => new(StringComparer.Ordinal)
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = sink.Address,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    private static async Task<double> RateAsync(AnalyzeRequest request, int callers, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var recorder = await ClosedLoop.RunAsync(request, callers, Turn, cancellationToken);
        return recorder.WithStatus(200).Count() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>The mean of the middle half: a round in which the machine did something else says nothing.</summary>
    private static double InnerMean(double[] sorted) => sorted[(sorted.Length / 4)..^(sorted.Length / 4)].Average();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
