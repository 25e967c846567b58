using System.CommandLine;
using System.Globalization;
using Autoscaler.Recordings;
using Autoscaler.Simulation;

namespace Autoscaler.Commands;

internal static class SimulateCommand
{
    private const int RowSeconds = 300;

    public static Command Create()
    {
        var recording = new Argument<FileInfo>("recording") { Description = "A table of second,rate, or the answer of Prometheus to query_range" };
        var cost = Number("--cpu-seconds", 0.05, "Processor time of one request, in seconds");
        var request = Number("--cpu-request", 1, "Processors that a pod requests");
        var limit = Number("--cpu-limit", 2, "Processors that a pod may use");
        var queue = Number("--queue", 64, "Requests that a pod lets wait");
        var start = Number("--start", 20, "Seconds until a new pod is ready");
        var minimum = Number("--min", 2, "Pods at least");
        var maximum = Number("--max", 10, "Pods at most");
        var command = new Command("simulate", "Tells how many pods there are over time, who waits and who is refused.")
        {
            recording, cost, request, limit, queue, start, minimum, maximum,
        };
        command.SetAction(result =>
        {
            var pod = new PodSize(
                result.GetValue(request), result.GetValue(limit), result.GetValue(cost), (int)result.GetValue(queue), (int)result.GetValue(start));
            var rules = new ScalingRules { MinimumReplicas = (int)result.GetValue(minimum), MaximumReplicas = (int)result.GetValue(maximum) };
            var moments = new ClusterSimulation(pod, rules).Run(Recording.Read(result.GetValue(recording)!.FullName)).ToList();
            Write(result.InvocationConfiguration.Output, moments);
        });
        return command;
    }

    private static Option<double> Number(string name, double value, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    private static void Write(TextWriter output, IReadOnlyList<Moment> moments)
    {
        output.WriteLine("   time   offered/s  answered/s  refused/s   pods   longest wait");
        foreach (var row in moments.Chunk(RowSeconds))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row[0].Second,6} s {row.Average(static moment => moment.Offered),11:0.0} {row.Average(static moment => moment.Answered),11:0.0} "
                + $"{row.Average(static moment => moment.Refused),10:0.0} {row.Max(static moment => moment.ReadyPods),6} "
                + $"{row.Max(static moment => moment.WaitSeconds),12:0.00} s"));
        }

        var summary = Summary.Of(moments);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Offered:0} requests, {summary.RefusedShare:P2} refused, longest wait {summary.LongestWaitSeconds:0.00} s, at most {summary.MostPods} pods, "
            + $"{summary.PodHours:0.0} pod hours ({summary.PodHoursOfMost:0.0} with that many pods all the time)"));
    }
}
