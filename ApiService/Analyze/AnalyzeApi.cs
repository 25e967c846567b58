using ApiService.Ingest;
using Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Deadlines;
using Vision;

namespace ApiService.Analyze;

/// <summary><c>POST /api/analyze</c>: one image, three bodies, one answer.</summary>
internal static class AnalyzeApi
{
    /// <summary>The operation's name in the OpenAPI document.</summary>
    public const string Name = "Analyze";

    public static RouteGroupBuilder MapAnalyze(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api").WithTags("Analyse");
        group.MapPost("/analyze", AnalyzeAsync)
            .WithName(Name)
            .WithSummary("Tells what is in an image")
            .WithDescription("Takes one image as base64 JSON, as a form, or as the bytes themselves; the answer is the same.")
            .Produces<Problem>(StatusCodes.Status400BadRequest, "application/problem+json")
            .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json")
            .Produces<Problem>(StatusCodes.Status413PayloadTooLarge, "application/problem+json")
            .Produces<Problem>(StatusCodes.Status415UnsupportedMediaType, "application/problem+json")
            .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, "application/problem+json")
            .Produces<Problem>(StatusCodes.Status503ServiceUnavailable, "application/problem+json")
            .Produces<Problem>(StatusCodes.Status504GatewayTimeout, "application/problem+json");
        return group;
    }

    public static async Task<Ok<Analysis>> AnalyzeAsync(
        HttpContext context, AnalyzeRequestReader reader, IImageAnalyzer analyzer, CancellationToken cancellationToken)
    {
        using var request = await reader.ReadAsync(context.Request, cancellationToken);
        RequestDeadline.BodyReceived(context);
        var outcome = await analyzer.AnalyzeAsync(request.Image, request.Options, cancellationToken);
        context.Response.Headers[ServerTiming.HeaderName] = ServerTiming.Format(outcome.Timings);
        return TypedResults.Ok(outcome.Analysis);
    }
}
