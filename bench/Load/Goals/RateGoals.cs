using Load.Engines;
using Load.Reports;

namespace Load.Goals;

/// <summary>New images against the bound of this machine, and known ones against new ones; all four take turns.</summary>
internal sealed class RateGoals(LoadedSystem loaded, VisionEngine engine, GoalSettings settings)
{
    private const double ShareGoal = 0.9;
    private const double CachedGoal = 20;

    private readonly Samples bound = new();
    private readonly Samples boundCost = new();
    private readonly Samples raw = new();
    private readonly Samples json = new();
    private readonly Samples cached = new();
    private readonly Samples rawShare = new();
    private readonly Samples jsonShare = new();
    private readonly Samples cachedRatio = new();
    private readonly Samples rawCost = new();
    private readonly Samples jsonCost = new();
    private readonly Samples cachedCost = new();
    private readonly Samples clientCores = new();
    private readonly Samples besideBound = new();
    private readonly Samples besideServices = new();

    public async Task<IReadOnlyList<ReportRow>> MeasureAsync(CancellationToken cancellationToken)
    {
        var loop = new BoundLoop(engine, LoadedSystem.Model, loaded.Picture);
        await loop.RunAsync(settings.WarmUp, cancellationToken);
        foreach (var request in new[] { loaded.NewRaw, loaded.NewJson, loaded.SameJson })
        {
            await loaded.TurnAsync(request, settings.WarmUp, cancellationToken);
        }

        for (var round = 0; round < settings.Rounds; round++)
        {
            await TakeTurnsAsync(loop, cancellationToken);
        }

        return
        [
            GoalRow.Told("taken by other programs meanwhile", $"{besideBound.Median:F2} cores beside the engine, {besideServices.Median:F2} beside the services"),
            GoalRow.Told("bound of this machine, engine alone", $"{bound.Median:F0}/s, {boundCost.Median:F2} ms of a core an image"),
            GoalRow.Told("new images, raw", $"{raw.Median:F0}/s, {rawCost.Median:F2} ms of a core an image"),
            GoalRow.Told("new images, JSON", $"{json.Median:F0}/s, {jsonCost.Median:F2} ms of a core an image"),
            GoalRow.AtLeast("share of the bound, raw", rawShare.Median, ShareGoal, string.Empty),
            GoalRow.AtLeast("share of the bound, JSON", jsonShare.Median, ShareGoal, string.Empty),
            GoalRow.AtLeast("the same by processor time, raw", boundCost.Median / rawCost.Median, ShareGoal, string.Empty),
            GoalRow.AtLeast("the same by processor time, JSON", boundCost.Median / jsonCost.Median, ShareGoal, string.Empty),
            GoalRow.Told("the same image again, JSON", $"{cached.Median:F0}/s, {cachedCost.Median:F2} ms of a core an image; the client took {clientCores.Median:F2} cores"),
            GoalRow.AtLeast("the same image again against new ones", cachedRatio.Median, CachedGoal, "x"),
        ];
    }

    // The ratio of each round is taken by itself: a noisy moment of the machine lasts longer than a round.
    private async Task TakeTurnsAsync(BoundLoop loop, CancellationToken cancellationToken)
    {
        var alone = await loop.RunAsync(settings.Turn, cancellationToken);
        var newRaw = await loaded.TurnAsync(loaded.NewRaw, settings.Turn, cancellationToken);
        var newJson = await loaded.TurnAsync(loaded.NewJson, settings.Turn, cancellationToken);
        var again = await loaded.TurnAsync(loaded.SameJson, settings.Turn, cancellationToken);
        bound.Add(alone.Rate);
        boundCost.Add(alone.Cost.TotalMilliseconds);
        raw.Add(newRaw.Rate);
        json.Add(newJson.Rate);
        cached.Add(again.Rate);
        rawShare.Add(newRaw.Rate / alone.Rate);
        jsonShare.Add(newJson.Rate / alone.Rate);
        cachedRatio.Add(again.Rate / newJson.Rate);
        rawCost.Add(newRaw.Cost.TotalMilliseconds);
        jsonCost.Add(newJson.Cost.TotalMilliseconds);
        cachedCost.Add(again.Cost.TotalMilliseconds);
        clientCores.Add(again.ClientCores);
        besideBound.Add(alone.OtherCores);
        besideServices.Add(newRaw.OtherCores);
    }
}
