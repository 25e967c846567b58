using Contracts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Deadlines;

namespace ServiceDefaults.Problems;

/// <summary>Turns every exception that leaves a handler into a problem, in one place; nothing internal leaves with it.</summary>
internal sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = Translate(exception, RequestDeadline.HasPassed(httpContext));
        if (problem is null)
        {
            LogUnexpected(logger, exception);
            problem = ProblemWriter.Unexpected();
        }

        await ProblemWriter.WriteAsync(httpContext, problem, cancellationToken);
        return true;
    }

    /// <summary>The problem that an exception stands for; null for a fault of our own.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="deadlineHasPassed">Whether a cancellation means that the deadline passed.</param>
    internal static ProblemException? Translate(Exception exception, bool deadlineHasPassed) => exception switch
    {
        ProblemException known => known,
        OperationCanceledException when deadlineHasPassed =>
            new ProblemException(ErrorCodes.DeadlineExceeded, "The deadline of the request passed before its answer was ready."),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            new ProblemException(ErrorCodes.ImageTooLarge, "The request body is larger than the limit."),
        BadHttpRequestException => new ProblemException(ErrorCodes.InvalidRequest, "The request could not be read."),
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "A request ended with an unexpected exception")]
    private static partial void LogUnexpected(ILogger logger, Exception exception);
}
