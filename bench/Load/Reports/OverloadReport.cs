using System.Globalization;
using Load.Loops;

namespace Load.Reports;

/// <summary>The goals of an overload and what became of them.</summary>
internal static class OverloadReport
{
    private const double AcceptedGoal = 2000;
    private const double RefusedGoal = 50;
    private const double RecoveryGoal = 5;
    private const double ProbeGoal = 1000;

    /// <summary>What the second half of the load may add to the memory that the first half took; more would be a leak.</summary>
    private const double GrowthGoal = 50;

    private const double MegaBytes = 1_000_000;

    private static readonly int[] ExpectedStatuses = [200, 503];

    public static IReadOnlyList<ReportRow> Rows(OverloadResult result)
    {
        var recorder = result.Load.Recorder;
        var seconds = result.Duration.TotalSeconds;
        var accepted = new Latencies(recorder.WithStatus(200).Select(exchange => exchange.Took));
        var refused = new Latencies(recorder.WithStatus(503).Select(exchange => exchange.Took));
        var late = new Latencies(recorder.Exchanges.Select(exchange => exchange.Late));
        var sent = result.Load.Arrivals - result.Load.GivenUp;
        return
        [
            new("capacity", Text($"{result.Capacity.Rate:F0}/s with {result.Capacity.Callers} callers")),
            new("arrivals", Text($"{result.Load.Arrivals} in {seconds:F0} s = {result.Load.Arrivals / seconds:F0}/s")),
            new("client gave up to send", Text($"{result.Load.GivenUp} ({Share(result.Load.GivenUp, result.Load.Arrivals)})")),
            new("sent", Text($"{sent} = {sent / seconds / result.Capacity.Rate:F1} x capacity")),
            new("client late, p50 / p99", Text($"{late.Percentile(0.5):F1} / {late.Percentile(0.99):F1} ms")),
            new("200", Text($"{accepted.Count} = {accepted.Count / seconds:F0}/s")),
            new("200 p50 / p95", Text($"{accepted.Percentile(0.5):F0} / {accepted.Percentile(0.95):F0} ms")),
            Goal("200 p99", accepted.Percentile(0.99), "ms", AcceptedGoal),
            new("503", Text($"{refused.Count} = {refused.Count / seconds:F0}/s")),
            Goal("503 p50", refused.Percentile(0.5), "ms", RefusedGoal),
            new("503 p99", Text($"{refused.Percentile(0.99):F0} ms")),
            Others(result.Load),
            Goal(Text($"longest of {result.Probes.Count} probes"), result.Probes.Percentile(1), "ms", ProbeGoal),
            .. result.Uses.SkipLast(1).Select(use => Goal(
                Text($"{use.Name} memory {use.BeforeBytes / MegaBytes:F0} / {use.FirstHalfBytes / MegaBytes:F0} / {use.PeakBytes / MegaBytes:F0} / {use.AfterBytes / MegaBytes:F0} MB, growth"),
                (use.PeakBytes - use.FirstHalfBytes) / MegaBytes, "MB", GrowthGoal)),
            .. result.Uses.Select(use => new ReportRow($"{use.Name} processors", Text($"{use.Cores:F2}"))),
            Goal(Text($"back at {Recovery.NormalShare:P0} of capacity after"), result.Recovery?.TotalSeconds ?? double.NaN, "s", RecoveryGoal),
        ];
    }

    private static ReportRow Others(OpenLoop load)
    {
        var others = load.Recorder.Exchanges.GroupBy(exchange => exchange.Status)
            .Where(group => !ExpectedStatuses.Contains(group.Key))
            .Select(group => $"{group.Count()} x {group.Key}")
            .Concat(load.Recorder.Failures.Select(failure => $"{failure.Value} x {failure.Key}"))
            .Concat(load.Outstanding > 0 ? [$"{load.Outstanding} x no answer"] : []);
        var text = string.Join("; ", others);
        return new("other statuses and failures", text.Length == 0 ? "0" : text, "0", text.Length == 0);
    }

    private static ReportRow Goal(string measure, double value, string unit, double goal) =>
        new(measure, Text($"{value:0.##} {unit}"), Text($"<= {goal:F0} {unit}"), value <= goal);

    private static string Share(long part, long whole) => Text($"{(double)part / Math.Max(1, whole):P0}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
