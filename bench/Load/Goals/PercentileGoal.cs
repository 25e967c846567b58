using System.Globalization;
using Load.Loops;
using Load.Reports;

namespace Load.Goals;

/// <summary>
/// The slow answers against the usual ones while images arrive by the clock, at 80 % of what a closed loop has just reached. In
/// rounds: where the machine gets slower in one of them, its load is more than that.
/// </summary>
internal sealed class PercentileGoal(LoadedSystem loaded, GoalSettings settings)
{
    private const double LoadShare = 0.8;
    private const double Goal = 3;
    private const int MaximumOutstanding = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(35);

    private readonly Samples rates = new();
    private readonly List<double> ratios = [];
    private readonly List<TimeSpan> times = [];
    private readonly List<TimeSpan> delays = [];
    private long lost;

    /// <summary>The times of all answers with an analysis, each counted from when its image was due.</summary>
    public Latencies Answers => new(times);

    public async Task<IReadOnlyList<ReportRow>> MeasureAsync(CancellationToken cancellationToken)
    {
        for (var round = 0; round < settings.PercentileRounds; round++)
        {
            await RunAsync(cancellationToken);
        }

        var ratio = new Samples();
        ratios.ForEach(ratio.Add);
        var all = Answers;
        var each = string.Join(", ", ratios.Select(static value => value.ToString("F1", CultureInfo.InvariantCulture)));
        return
        [
            GoalRow.Told("load for the percentiles", $"{rates.Median:F0}/s, {LoadShare:P0} of what a closed loop reached; client late by {new Latencies(delays).Percentile(0.99):F1} ms at p99"),
            GoalRow.Told("p50 / p90 / p99 / p99.9", $"{all.Percentile(0.5):F1} / {all.Percentile(0.9):F1} / {all.Percentile(0.99):F1} / {all.Percentile(0.999):F1} ms"),
            GoalRow.Told("p99 against the median in each round", $"{each} x"),
            GoalRow.AtMost("p99 against the median", ratio.Median, Goal, "x"),
            new ReportRow("images without an analysis at this load", GoalRow.Told("", $"{lost}").Value, "0", lost == 0),
        ];
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var capacity = await loaded.TurnAsync(loaded.NewRaw, settings.Turn, cancellationToken);
        var rate = capacity.Rate * LoadShare;
        using var load = new OpenLoop(loaded.NewRaw, MaximumOutstanding);
        await load.OfferAsync(rate, settings.Percentiles, cancellationToken);
        await load.DrainAsync(Patience, cancellationToken);

        TimeSpan[] taken = [.. load.Recorder.WithStatus(200).Select(static exchange => exchange.Took)];
        var answers = new Latencies(taken);
        rates.Add(rate);
        ratios.Add(answers.Percentile(0.99) / answers.Percentile(0.5));
        times.AddRange(taken);
        delays.AddRange(load.Recorder.Exchanges.Select(static exchange => exchange.Late));
        lost += load.Arrivals - taken.Length;
    }
}
