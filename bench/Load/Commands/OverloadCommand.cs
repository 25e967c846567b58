using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Load.Loops;
using Load.Reports;
using Load.Requests;
using Load.Systems;

namespace Load.Commands;

/// <summary>Offers the system a multiple of what it can do, and looks at what it answers, what it takes and how it recovers.</summary>
internal sealed class OverloadCommand
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CapacityTime = TimeSpan.FromSeconds(5);

    /// <summary>Longer than the server's own deadline: what has no answer then never gets one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(35);

    private readonly Option<int> seconds = new("--seconds") { Description = "Length of the overload.", DefaultValueFactory = _ => 20 };

    private readonly Option<double> factor = new("--factor")
    {
        Description = "How many times the capacity is offered.",
        DefaultValueFactory = _ => 10,
    };

    private readonly Option<int> outstanding = new("--outstanding")
    {
        Description = "Most requests without an answer; beyond it the client gives up to send.",
        DefaultValueFactory = _ => 1000,
    };

    private readonly TargetOptions target;

    private OverloadCommand(Command command)
    {
        target = new TargetOptions(command);
        command.Options.Add(seconds);
        command.Options.Add(factor);
        command.Options.Add(outstanding);
    }

    public static Command Create()
    {
        var command = new Command("overload", "Offers ten times the capacity; fails when a goal is missed.");
        var overload = new OverloadCommand(command);
        command.SetAction(overload.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var system = await target.StartAsync(arguments, cancellationToken);
        var request = await target.RequestAsync(arguments, system, isUnique: true, cancellationToken);
        var capacity = await CapacityOfAsync(request, cancellationToken);

        using var load = new OpenLoop(request, arguments.GetValue(outstanding));
        using var client = new ObservedProcess("Load (this client)", Process.GetCurrentProcess());
        var watch = new ResourceWatch([.. system.Processes, client]);
        var rate = capacity.Rate * arguments.GetValue(factor);
        var duration = TimeSpan.FromSeconds(arguments.GetValue(seconds));
        await Console.Error.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"Offering {rate:F0}/s ...").AsMemory(), cancellationToken);
        var offering = load.OfferAsync(rate, duration, cancellationToken);
        var prober = new Prober([.. new[] { system.Api, system.Engine }.Distinct()]);
        await Task.WhenAll(watch.DuringAsync(offering, cancellationToken), prober.DuringAsync(offering, cancellationToken));
        var recovery = await Recovery.MeasureAsync(request, capacity, cancellationToken);
        await load.DrainAsync(Patience, cancellationToken);

        var rows = OverloadReport.Rows(new OverloadResult(capacity, duration, load, prober.Answers, recovery, watch.Finish()));
        await Console.Out.WriteAsync(ReportTable.Format(rows).AsMemory(), cancellationToken);
        return rows.All(row => row.IsMet) ? 0 : 1;
    }

    private static async Task<Capacity> CapacityOfAsync(AnalyzeRequest request, CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync("Warming up, then measuring the capacity ...".AsMemory(), cancellationToken);
        await ClosedLoop.RunAsync(request, Environment.ProcessorCount * 4, WarmUp, cancellationToken);
        return await Capacity.MeasureAsync(request, CapacityTime, cancellationToken);
    }
}
