using ApiService.Callers;
using ApiService.Jobs;
using ApiService.OpenApi;
using ApiService.RateLimiting;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Deadlines;
using Vision.Classifiers;

namespace ApiService.Classifiers;

/// <summary><c>POST /api/classifiers</c>: takes examples in, and answers at once with the job that trains a classifier on them.</summary>
internal static class ClassifiersApi
{
    public const string TrainName = "TrainClassifier";

    public static void MapClassifiers(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/classifiers").WithTags("Classifiers")
            .OnlyWith(CallerRoles.Admin)
            .CountUnder(RateLimit.Analyze).EndDeadlineWithWork()
            .MapPost("/", TrainAsync)
            .WithName(TrainName)
            .WithSummary("Trains a classifier on examples")
            .WithDescription("The job's result tells how good it is, and whether it is live; model= names it then. Idempotency-Key makes a request that is sent twice one job.")
            .ReadsHeader(RequestHeaders.IdempotencyKey, "^[!-~]{1,128}$", "The same key and body give the same job.")
            .Produces<Job>(StatusCodes.Status202Accepted)
            .WritesHeader(202, "Location", "The address of the job.")
            .ProducesProblems(400, 401, 403, 404, 409, 413, 415, 422, 429, 503, 504);

    public static async Task<Accepted<Job>> TrainAsync(
        HttpContext context,
        ClassifierRequestReader reader,
        IClassifierTrainer trainer,
        JobStores jobs,
        CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Of(context);
        using var request = await reader.ReadAsync(context.Request, cancellationToken);
        await trainer.CheckNameAsync(request.Name, cancellationToken);
        var asked = JobRequest.ToTrain(request.Name, request.Examples) with { IdempotencyKey = key };
        var job = await jobs.AddAsync(asked, cancellationToken);
        return TypedResults.Accepted($"/api/jobs/{job.Id}", job.Describe());
    }
}
