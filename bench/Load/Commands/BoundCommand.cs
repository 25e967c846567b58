using System.CommandLine;
using System.Globalization;
using Load.Engines;
using Load.Reports;
using Load.Requests;

namespace Load.Commands;

/// <summary>The closed-loop bound of this machine: what a server that costs nothing would reach.</summary>
internal sealed class BoundCommand
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    private readonly Option<int> seconds = new("--seconds") { Description = "Length of the run.", DefaultValueFactory = _ => 10 };

    private readonly Option<string> model = new("--model")
    {
        Description = "The classifier.",
        DefaultValueFactory = _ => "efficientnet-lite0",
    };

    private BoundCommand(Command command)
    {
        command.Options.Add(seconds);
        command.Options.Add(model);
    }

    public static Command Create()
    {
        var command = new Command("bound", "Measures new images through the engine alone, with one caller a core and no server.");
        var bound = new BoundCommand(command);
        command.SetAction(bound.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var engine = await VisionEngine.StartAsync([], cancellationToken);
        var loop = new BoundLoop(engine, arguments.GetRequiredValue(model), LoadPicture.Create());
        await loop.RunAsync(WarmUp, cancellationToken);
        var turn = await loop.RunAsync(TimeSpan.FromSeconds(arguments.GetValue(seconds)), cancellationToken);
        ReportRow[] rows =
        [
            new("callers", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)),
            new("images", string.Create(CultureInfo.InvariantCulture, $"{turn.Rate:F0}/s")),
            new("processor time of an image", string.Create(CultureInfo.InvariantCulture, $"{turn.Cost.TotalMilliseconds:F2} ms")),
            new("cores in use", string.Create(CultureInfo.InvariantCulture, $"{turn.Cores:F2}, {turn.OtherCores:F2} by other programs")),
        ];
        await Console.Out.WriteAsync(ReportTable.Format(rows).AsMemory(), cancellationToken);
        return 0;
    }
}
