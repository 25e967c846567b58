using ApiService.Analyze;
using ApiService.Caching;
using ApiService.Ingest;
using ApiService.OpenApi;
using ApiService.RateLimiting;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Deadlines;

namespace ApiService.Jobs;

/// <summary><c>POST /api/analyze-async</c>: takes an image in, and answers at once with the job that analyses it.</summary>
internal static class SubmitApi
{
    public static void MapSubmit(this IEndpointRouteBuilder routes) =>
        routes.MapAnalyzeGroup().CountUnder(RateLimit.Analyze).MapPost("/analyze-async", SubmitAsync)
            .WithName("AnalyzeAsync")
            .WithSummary("Takes an image in and analyses it later")
            .WithDescription("Prefer: wait=N waits up to N seconds for the analysis; Idempotency-Key makes a request that is sent twice one job.")
            .WithMetadata(new ImageRequest(MaximumImages: 1))
            .ReadsHeader(PreferredWait.Header, "^wait=([1-9]|[1-5][0-9]|60)$", "wait=N: how many seconds to wait for the analysis.")
            .ReadsHeader(RequestHeaders.IdempotencyKey, "^[!-~]{1,128}$", "The same key and body give the same job.")
            .Produces<Job>(StatusCodes.Status202Accepted)
            .Produces<Analysis>()
            .WritesHeader(202, "Location", "The address of the job.")
            .WritesHeader(200, "Location", "The address of the job.")
            .WritesHeader(200, PreferredWait.AppliedHeader, "The preference that was followed.")
            .ProducesAnalyzeProblems();

    public static async Task<Results<Accepted<Job>, FileContentHttpResult>> SubmitAsync(
        HttpContext context,
        AnalyzeRequestReader reader,
        LiveModels models,
        JobStores jobs,
        JobWatch watch,
        CancellationToken cancellationToken)
    {
        var wait = PreferredWait.Of(context.Request);
        var key = IdempotencyKey.Of(context);
        using var request = await reader.ReadAsync(context.Request, maximumImages: 1, mayStream: false, cancellationToken);
        if (await models.IsMissingAsync(request.Options.Model, cancellationToken))
        {
            throw new ProblemException(ErrorCodes.ModelNotFound, "No model of that name and version is loaded.");
        }

        var asked = JobRequest.ToAnalyze(request.Image, request.Options, CacheUses.Of(context.Request)) with
        {
            IdempotencyKey = key,
        };
        var job = await jobs.AddAsync(asked, cancellationToken);
        if (wait is { } time)
        {
            PreferredWait.Applied(context.Response, time);
            job = await WaitAsync(context, watch, job, time);
        }

        var location = $"/api/jobs/{job.Id}";
        if (wait is null || job.Status != JobStatus.Succeeded)
        {
            return TypedResults.Accepted(location, job.Describe());
        }

        context.Response.Headers.Location = location;
        return TypedResults.Bytes(job.Result, "application/json");
    }

    /// <summary>Waits for the outcome. When the caller's own deadline comes first, the job as it is by then is the answer.</summary>
    private static async Task<JobState> WaitAsync(HttpContext context, JobWatch watch, JobState job, TimeSpan time)
    {
        RequestDeadline.LiftServerLimit(context);
        var deadline = RequestDeadline.TakeOver(context);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(deadline);
        limit.CancelAfter(time);
        try
        {
            await foreach (var changed in watch.FollowAsync(job.Id, limit.Token))
            {
                job = changed;
            }
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            // Time is up.
        }

        return job;
    }
}
