using System.CommandLine;
using Load.Engines;
using Load.Goals;
using Load.Loops;
using Load.Reports;
using Load.Systems;

namespace Load.Commands;

/// <summary>The table of goals with today's figures of this machine, all of one run.</summary>
internal sealed class GoalsCommand
{
    private readonly Option<bool> quick = new("--quick") { Description = "Only tries whether everything runs; the figures say little." };

    private readonly Option<int?> soak = new("--soak")
    {
        Description = "Images over which the memory is watched: 2,000 if nothing is said, 100,000 for the full run.",
    };

    private readonly Option<FileInfo> peers = new("--peers") { Description = "The output of compare.py, for the ratio to the best peer." };

    private readonly Option<FileInfo> page = new("--html")
    {
        Description = "Where the report goes.",
        DefaultValueFactory = _ => new FileInfo(Path.Combine(RepositoryFolder.Path, "artifacts", "performance.html")),
    };

    private GoalsCommand(Command command)
    {
        foreach (var option in new Option[] { quick, soak, peers, page })
        {
            command.Options.Add(option);
        }

        peers.AcceptExistingOnly();
        command.Validators.Add(result =>
        {
            if (result.GetValue(soak) is < GoalSettings.FewestSoakImages)
            {
                result.AddError("--soak needs ten images at least.");
            }
        });
    }

    public static Command Create()
    {
        var command = new Command("goals", "Measures every goal of this system in one run; fails when one is missed.");
        var goals = new GoalsCommand(command);
        command.SetAction(goals.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var settings = arguments.GetValue(quick) ? GoalSettings.Quick : GoalSettings.Full;
        settings = settings with { SoakImages = arguments.GetValue(soak) ?? settings.SoakImages };
        var (rows, answers) = await MeasureAsync(settings, cancellationToken);
        rows = [new("machine", await Machine.DescribeAsync(cancellationToken)), .. rows, .. await PeerGoal.ReadAsync(arguments.GetValue(peers), cancellationToken)];

        var file = arguments.GetRequiredValue(page);
        file.Directory!.Create();
        await File.WriteAllTextAsync(file.FullName, GoalsPage.Write(rows, answers), cancellationToken);
        await Console.Out.WriteAsync(ReportTable.Format(rows).AsMemory(), cancellationToken);
        await Progress.TellAsync($"The report is {file.FullName}.", cancellationToken);
        return rows.All(row => row.IsMet) ? 0 : 1;
    }

    private static async Task<(IReadOnlyList<ReportRow> Rows, Latencies Answers)> MeasureAsync(
        GoalSettings settings, CancellationToken cancellationToken)
    {
        await using var engine = await VisionEngine.StartAsync([], cancellationToken);
        var (loads, answers) = await MeasureLoadsAsync(engine, settings, cancellationToken);

        await Progress.TellAsync("Starts from nothing ...", cancellationToken);
        var starts = await ColdStartGoal.MeasureAsync(settings, cancellationToken);
        await Progress.TellAsync("Decoding ...", cancellationToken);
        var decodes = DecodeGoal.Run(engine.Decoder, settings);
        await Progress.TellAsync("Replicas ...", cancellationToken);
        var replicas = await ReplicaGoal.MeasureAsync(settings, cancellationToken);
        return ([.. loads, .. starts, .. decodes, .. replicas], answers);
    }

    private static async Task<(IReadOnlyList<ReportRow> Rows, Latencies Answers)> MeasureLoadsAsync(
        VisionEngine engine, GoalSettings settings, CancellationToken cancellationToken)
    {
        await using var system = await SystemUnderTest.StartAsync(
            EngineMode.Remote, new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken);
        var loaded = await LoadedSystem.OfAsync(system, cancellationToken);
        await Progress.TellAsync("New images, the engine alone, known images, in turns ...", cancellationToken);
        var rates = await new RateGoals(loaded, engine, settings).MeasureAsync(cancellationToken);
        await Progress.TellAsync("Results by digest ...", cancellationToken);
        var results = await ResultGoal.MeasureAsync(loaded, settings, cancellationToken);
        await Progress.TellAsync("Percentiles ...", cancellationToken);
        var percentiles = new PercentileGoal(loaded, settings);
        var times = await percentiles.MeasureAsync(cancellationToken);
        await Progress.TellAsync("Cost by callers ...", cancellationToken);
        var costs = await new CallerCostGoal(loaded, settings).MeasureAsync(cancellationToken);
        await Progress.TellAsync("Memory ...", cancellationToken);
        var memory = await MemoryGoals.MeasureAsync(loaded, settings, cancellationToken);
        return ([.. rates, .. results, .. times, .. costs, .. memory], percentiles.Answers);
    }
}
