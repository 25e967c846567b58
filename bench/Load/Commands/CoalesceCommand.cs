using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Load.Loops;
using Load.Reports;
using Load.Requests;
using Load.Systems;

namespace Load.Commands;

/// <summary>Many callers with one new image: how many times does the model run?</summary>
internal sealed class CoalesceCommand
{
    private const int Callers = 32;

    private readonly TargetOptions target;

    private CoalesceCommand(Command command) => target = new TargetOptions(command);

    public static Command Create()
    {
        var command = new Command("coalesce", "Posts one new image 32 times at once; fails unless it costs one inference.");
        var coalesce = new CoalesceCommand(command);
        command.SetAction(coalesce.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var system = await target.StartAsync(arguments, cancellationToken);
        var request = await target.RequestAsync(arguments, system, isUnique: false, cancellationToken);

        var before = await InferenceCount.ReadAsync(system.Engine, cancellationToken);
        var recorder = new Recorder();
        var connections = Enumerable.Range(0, Callers).Select(_ => new LoadConnection(request)).ToList();
        await Task.WhenAll(connections.Select(connection => connection.ConnectAsync(cancellationToken)));
        await Task.WhenAll(connections.Select(connection =>
            recorder.RecordAsync(connection, Stopwatch.GetTimestamp(), cancellationToken)));
        connections.ForEach(connection => connection.Dispose());
        var inferences = await InferenceCount.ReadAsync(system.Engine, cancellationToken) - before;

        var accepted = recorder.WithStatus(200).Count();
        ReportRow[] rows =
        [
            new("200", Text(accepted), Text(Callers), accepted == Callers),
            new("inferences", Text(inferences), Text(1), inferences == 1),
        ];
        await Console.Out.WriteAsync(ReportTable.Format(rows).AsMemory(), cancellationToken);
        return rows.All(row => row.IsMet) ? 0 : 1;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
