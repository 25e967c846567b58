using System.Globalization;
using Load.Loops;
using Load.Reports;
using Load.Systems;

namespace Load.Goals;

/// <summary>
/// Two replicas of the inference service against one, behind one API service. Each replica has a third of the cores, so that there are
/// as many for the second as for the first, and a third is left for the API service and this client.
/// </summary>
internal static class ReplicaGoal
{
    private const string Measure = "two replicas against one";
    private const double Goal = 1.9;
    private const int FewestCores = 6;
    private const int CallersOfWorker = 4;

    public static async Task<IReadOnlyList<ReportRow>> MeasureAsync(GoalSettings settings, CancellationToken cancellationToken)
    {
        var cores = Environment.ProcessorCount;
        if (cores < FewestCores)
        {
            return
            [
                GoalRow.NotMeasured(
                    Measure, ">= 1.9 x", string.Create(CultureInfo.InvariantCulture, $"this machine has {cores} cores, {FewestCores} are needed")),
            ];
        }

        var workers = cores / 3;
        var share = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Admission__Workers"] = workers.ToString(CultureInfo.InvariantCulture),
        };
        await using var one = await SystemUnderTest.StartAsync(EngineMode.Remote, share, cancellationToken);
        await using var two = await SystemUnderTest.StartAsync(EngineMode.Remote, share, cancellationToken, replicas: 2);
        var (single, pair) = (await LoadedSystem.OfAsync(one, cancellationToken), await LoadedSystem.OfAsync(two, cancellationToken));
        await RateAsync(single, workers, settings.WarmUp);
        await RateAsync(pair, workers * 2, settings.WarmUp);
        var (ratio, rate) = (new Samples(), new Samples());
        for (var round = 0; round < settings.Rounds; round++)
        {
            var alone = await RateAsync(single, workers, settings.Turn);
            var both = await RateAsync(pair, workers * 2, settings.Turn);
            ratio.Add(both / alone);
            rate.Add(both);
        }

        return
        [
            GoalRow.Told("two replicas", $"{rate.Median:F0}/s, workers of each: {workers}"),
            GoalRow.AtLeast(Measure, ratio.Median, Goal, "x"),
        ];

        async Task<double> RateAsync(LoadedSystem loaded, int busy, TimeSpan duration) => (await LoadTurn.RunAsync(
            loaded.System,
            () => ClosedLoop.RunAsync(loaded.NewRaw, busy * CallersOfWorker, duration, cancellationToken))).Rate;
    }
}
