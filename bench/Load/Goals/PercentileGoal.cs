using Load.Loops;
using Load.Reports;

namespace Load.Goals;

/// <summary>The slow answers against the usual ones while images arrive by the clock, at 80 % of what a closed loop has just reached.</summary>
internal sealed class PercentileGoal(LoadedSystem loaded, GoalSettings settings)
{
    private const double LoadShare = 0.8;
    private const double Goal = 3;
    private const int MaximumOutstanding = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(35);

    /// <summary>The times of all answers with an analysis, each counted from when its image was due.</summary>
    public Latencies Answers { get; private set; } = new([]);

    public async Task<IReadOnlyList<ReportRow>> MeasureAsync(CancellationToken cancellationToken)
    {
        var capacity = await loaded.TurnAsync(loaded.NewRaw, settings.Percentiles / 4, cancellationToken);
        using var load = new OpenLoop(loaded.NewRaw, MaximumOutstanding);
        var rate = capacity.Rate * LoadShare;
        await load.OfferAsync(rate, settings.Percentiles, cancellationToken);
        await load.DrainAsync(Patience, cancellationToken);

        Answers = new Latencies(load.Recorder.WithStatus(200).Select(exchange => exchange.Took));
        var late = new Latencies(load.Recorder.Exchanges.Select(exchange => exchange.Late));
        var lost = load.Arrivals - Answers.Count;
        var median = Answers.Percentile(0.5);
        return
        [
            GoalRow.Told("load for the percentiles", $"{rate:F0}/s, {LoadShare:P0} of {capacity.Rate:F0}/s; client late by {late.Percentile(0.99):F1} ms at p99"),
            GoalRow.Told("p50 / p90 / p99 / p99.9", $"{median:F1} / {Answers.Percentile(0.9):F1} / {Answers.Percentile(0.99):F1} / {Answers.Percentile(0.999):F1} ms"),
            GoalRow.AtMost("p99 against the median", Answers.Percentile(0.99) / median, Goal, "x"),
            new ReportRow("images without an analysis at this load", GoalRow.Told("", $"{lost}").Value, "0", lost == 0),
        ];
    }
}
