using System.Globalization;
using Contracts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults.Problems;

/// <summary>Writes <c>application/problem+json</c> replies.</summary>
public static class ProblemWriter
{
    private static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>Describes a problem of this request, without writing it.</summary>
    public static Problem Describe(HttpContext context, ProblemException problem) =>
        Describe(problem, TraceId.Of(context));

    /// <summary>Describes a problem of work that no request waits for.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="traceId">The trace under which the logs tell more.</param>
    public static Problem Describe(ProblemException problem, string? traceId) => new()
    {
        Type = $"/problems/{problem.Code.Code}",
        Title = problem.Code.Title,
        Status = problem.Code.Status,
        Detail = problem.Message,
        Code = problem.Code.Code,
        Retryable = problem.Code.Retryable,
        TraceId = traceId,
        Errors = problem.Errors,
    };

    /// <summary>What callers are told of a fault of our own.</summary>
    public static ProblemException Unexpected() =>
        new(ErrorCodes.InternalError, "Something went wrong on the server. The trace id leads to its log.");

    /// <summary>Answers the request with a problem, in the form that its endpoint's callers read.</summary>
    public static Task WriteAsync(HttpContext context, ProblemException problem, CancellationToken cancellationToken)
    {
        var response = context.Response;
        response.Headers.CacheControl = "no-store";
        if (problem.Code.Status == StatusCodes.Status503ServiceUnavailable || problem.RetryAfter is not null)
        {
            var seconds = Math.Ceiling((problem.RetryAfter ?? DefaultRetryAfter).TotalSeconds);
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return FormOf(context)?.WriteAsync(context, problem, cancellationToken) ?? WriteUsualAsync(context, problem, cancellationToken);
    }

    /// <summary>Writes status and body of <c>application/problem+json</c>, whatever the form of the endpoint is.</summary>
    public static Task WriteUsualAsync(HttpContext context, ProblemException problem, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = problem.Code.Status;
        return context.Response.WriteAsJsonAsync(
            Describe(context, problem), ContractsJsonContext.Default.Problem, "application/problem+json", cancellationToken);
    }

    // While an exception is handled, the endpoint that it came from is known to its feature alone.
    private static IProblemForm? FormOf(HttpContext context) =>
        (context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint)?.Metadata.GetMetadata<IProblemForm>();

    /// <summary>Gives a reply that the framework left without a body the problem that belongs to its status.</summary>
    internal static Task WriteStatusAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var problem = context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => new ProblemException(ErrorCodes.RouteNotFound, "No route has this path."),
            StatusCodes.Status405MethodNotAllowed =>
                new ProblemException(ErrorCodes.MethodNotAllowed, "This route does not answer this method; see the Allow header."),
            StatusCodes.Status413PayloadTooLarge =>
                new ProblemException(ErrorCodes.ImageTooLarge, "The request body is larger than the limit."),
            StatusCodes.Status415UnsupportedMediaType =>
                new ProblemException(ErrorCodes.UnsupportedMediaType, "This route does not read this content type."),
            >= 400 and < 500 => new ProblemException(ErrorCodes.InvalidRequest, "The request could not be understood."),
            _ => Unexpected(),
        };
        return WriteAsync(context, problem, cancellationToken);
    }
}
