using Load.Reports;
using Load.Requests;
using Vision;

namespace Load.Goals;

/// <summary>How many kept analyses the API service gives out for each core that it uses.</summary>
internal static class ResultGoal
{
    private const double Goal = 10_000;

    /// <summary>Enough that the service always has something to do: with fewer it goes to sleep between two requests, and waking is no work.</summary>
    private const int Callers = 64;

    public static async Task<IReadOnlyList<ReportRow>> MeasureAsync(
        LoadedSystem loaded, GoalSettings settings, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = loaded.System.Api };
        using var picture = new ByteArrayContent(loaded.Picture);
        picture.Headers.ContentType = new("image/jpeg");
        using var posted = await client.PostAsync($"/api/analyze?{LoadedSystem.Query}", picture, cancellationToken);
        posted.EnsureSuccessStatusCode();

        var request = new ResultRequest(loaded.Address, ImageDigest.Of(loaded.Picture), LoadedSystem.Query);
        await loaded.TurnAsync(request, Callers, settings.WarmUp, cancellationToken);
        var (rate, aCore, clientCores) = (new Samples(), new Samples(), new Samples());
        for (var round = 0; round < settings.Rounds; round++)
        {
            var turn = await loaded.TurnAsync(request, Callers, settings.Turn, cancellationToken);
            rate.Add(turn.Rate);
            aCore.Add(turn.Answered / turn.Processor[^1].TotalSeconds);
            clientCores.Add(turn.ClientCores);
        }

        return
        [
            GoalRow.Told("results by digest", $"{rate.Median:F0}/s; the client took {clientCores.Median:F2} cores"),
            GoalRow.AtLeast("results by digest for each core of the API service", aCore.Median, Goal, "/s"),
        ];
    }
}
