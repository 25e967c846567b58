using System.CommandLine;
using System.Globalization;
using Load.Engines;
using Load.Reports;
using Load.Requests;

namespace Load.Commands;

/// <summary>What it costs to read ten lines in an image of one megapixel, in time of one core.</summary>
internal sealed class TextCommand
{
    private static readonly TimeSpan Goal = TimeSpan.FromSeconds(1.5);

    private readonly Option<int> runs = new("--runs") { Description = "How many times the image is read.", DefaultValueFactory = _ => 10 };

    private readonly Option<int> workers = new("--workers")
    {
        Description = "Images that are read at once, one thread each.",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<FileInfo?> image = new("--image") { Description = "Another image; its lines are not counted then." };

    private TextCommand(Command command)
    {
        foreach (var option in new Option[] { runs, workers, image })
        {
            command.Options.Add(option);
        }
    }

    public static Command Create()
    {
        var command = new Command("text", "Reads ten lines in a megapixel with the engine alone; tells the processor time of each.");
        var text = new TextCommand(command);
        command.SetAction(text.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var file = arguments.GetValue(image);
        var bytes = file is null ? TextPicture.Create() : await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        await using var engine = await TextEngine.StartAsync(arguments.GetValue(workers), cancellationToken);

        // The first run makes everything ready: code, memory, threads.
        await engine.ReadAsync(bytes, cancellationToken);
        var cost = await engine.MeasureAsync(bytes, arguments.GetValue(runs), cancellationToken);
        ReportRow[] rows =
        [
            new("lines", Text(cost.Lines), file is null ? Text(TextPicture.Lines) : string.Empty, cost.Lines == TextPicture.Lines),
            new("processor time of an image", Seconds(cost.Processor), $"<= {Seconds(Goal)}", cost.Processor <= Goal),
            new("time of an image", Seconds(cost.Elapsed)),
            new("peak memory", string.Create(CultureInfo.InvariantCulture, $"{cost.PeakBytes >> 20} MB")),
        ];
        await Console.Out.WriteAsync(ReportTable.Format(rows).AsMemory(), cancellationToken);
        return rows.All(row => row.IsMet || row.Goal.Length == 0) ? 0 : 1;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F2} s");
}
