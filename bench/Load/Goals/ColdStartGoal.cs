using System.Diagnostics;
using Load.Reports;
using Load.Systems;

namespace Load.Goals;

/// <summary>How long the inference service takes from the start of its process until it says that it is ready, with all models.</summary>
internal static class ColdStartGoal
{
    private const double Goal = 3;

    public static async Task<IReadOnlyList<ReportRow>> MeasureAsync(GoalSettings settings, CancellationToken cancellationToken)
    {
        var times = new Samples();
        for (var run = 0; run < settings.ColdStarts; run++)
        {
            var start = Stopwatch.GetTimestamp();
            await using var service = ServiceProcess.Start("InferenceService", new Dictionary<string, string>(StringComparer.Ordinal));
            await service.WaitUntilReadyAsync(cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return [GoalRow.AtMost("start of InferenceService until ready, all models", times.Median, Goal, "s")];
    }
}
