using System.Globalization;
using Load.Loops;
using Load.Reports;

namespace Load.Goals;

/// <summary>
/// What an image costs, by the number of callers: processor time of both services for each analysis that was given. Callers who are
/// refused wait as long as they are told to, and what refusing them costs is borne by the analyses.
/// </summary>
internal sealed class CallerCostGoal(LoadedSystem loaded, GoalSettings settings)
{
    private const int Usual = 10;
    private const double Goal = 1.2;

    private static readonly int[] Steps = [1, Usual, 100, 1000];

    public async Task<IReadOnlyList<ReportRow>> MeasureAsync(CancellationToken cancellationToken)
    {
        var costs = Steps.ToDictionary(static callers => callers, static _ => new Samples());
        var turns = Steps.ToDictionary(static callers => callers, static _ => new List<LoadTurn>());
        for (var round = 0; round < settings.CallerRounds; round++)
        {
            foreach (var callers in Steps)
            {
                var turn = await LoadTurn.RunAsync(loaded.System, () =>
                    ClosedLoop.RunPatientlyAsync(loaded.NewRaw, callers, settings.CallerTurn, cancellationToken));
                costs[callers].Add(turn.Cost.TotalMilliseconds);
                turns[callers].Add(turn);
            }
        }

        var usual = costs[Usual].Median;
        return
        [
            .. Steps.Select(callers => GoalRow.Told(
                string.Create(CultureInfo.InvariantCulture, $"cost of an image, concurrency {callers}"),
                $"{costs[callers].Median:F2} ms; {turns[callers].Sum(turn => turn.Answered)} analyses, {turns[callers].Sum(turn => turn.Refused)} refused")),
            .. Steps.Where(callers => callers != Usual).Select(callers => GoalRow.AtMost(
                string.Create(CultureInfo.InvariantCulture, $"cost at {callers} against {Usual}"), costs[callers].Median / usual, Goal, "x")),
        ];
    }
}
