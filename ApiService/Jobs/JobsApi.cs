using System.Globalization;
using System.Net.ServerSentEvents;
using ApiService.Callers;
using ApiService.OpenApi;
using ApiService.RateLimiting;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Deadlines;
using ServiceDefaults.Streaming;

namespace ApiService.Jobs;

/// <summary><c>/api/jobs/{id}</c>: what has become of a job. Its id is the secret of whoever made it.</summary>
internal static class JobsApi
{
    private const string LastEventId = "Last-Event-ID";

    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/jobs").WithTags("Jobs")
            .OpenToAnybodyOr(CallerRoles.Analyze).CountUnder(RateLimit.Read).EndDeadlineWithWork();
        group.MapGet("/{id}", GetAsync)
            .WithName("GetJob")
            .WithSummary("Where a job stands, with its result or its problem once it is finished")
            .ProducesProblems(400, 401, 403, 404, 429, 503, 504);
        group.MapDelete("/{id}", CancelAsync)
            .WithName("CancelJob")
            .WithSummary("Asks to end a job that is not finished")
            .ProducesProblems(400, 401, 403, 404, 409, 429, 503, 504);
        group.MapGet("/{id}/events", FollowAsync)
            .WithName("FollowJob")
            .WithSummary("The changes of a job as server-sent events, until it is finished")
            .WithDescription("Each event bears the job. Last-Event-ID goes on behind an event that was seen.")
            .ReadsHeader(LastEventId, "^[0-9]{1,9}$", "The id of the last event that was seen.")
            .Produces<string>(contentType: ServerEvents.MediaType)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(400, 401, 403, 404, 429, 503, 504);
    }

    public static async Task<Ok<Job>> GetAsync(string id, JobStores jobs, CancellationToken cancellationToken) =>
        TypedResults.Ok((await FindAsync(id, jobs, cancellationToken)).Describe());

    public static async Task<Accepted<Job>> CancelAsync(string id, JobStores jobs, CancellationToken cancellationToken)
    {
        var job = await jobs.CancelAsync(id, cancellationToken) ?? throw JobProblems.NotFound();
        return TypedResults.Accepted((string?)null, job.Describe());
    }

    public static async Task<Results<ServerSentEventsResult<string>, NoContent>> FollowAsync(
        string id, HttpContext context, JobStores jobs, JobWatch watch, CancellationToken cancellationToken)
    {
        var job = await FindAsync(id, jobs, cancellationToken);
        var seen = int.TryParse(context.Request.Headers[LastEventId], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? Math.Min(last, job.History.Count)
            : 0;

        // A browser would ask again and again for what comes after the end, unless it is told that there is nothing.
        if (job.IsFinished && seen >= job.History.Count)
        {
            return TypedResults.NoContent();
        }

        RequestDeadline.LiftServerLimit(context);
        return ServerEvents.Run(context, async (events, token) =>
        {
            await foreach (var changed in watch.FollowAsync(id, token))
            {
                for (; seen < changed.History.Count; seen++)
                {
                    events.TryWrite(EventOf(changed, seen + 1));
                }
            }
        });
    }

    private static SseItem<string> EventOf(JobState job, int number) => new(
        System.Text.Json.JsonSerializer.Serialize(job.Describe(number), ContractsJsonContext.Default.Job), "status")
    {
        EventId = number.ToString(CultureInfo.InvariantCulture),
    };

    private static async Task<JobState> FindAsync(string id, JobStores jobs, CancellationToken cancellationToken) =>
        await jobs.FindAsync(id, cancellationToken) ?? throw JobProblems.NotFound();
}
