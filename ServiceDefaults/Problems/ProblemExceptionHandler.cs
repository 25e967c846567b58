using Contracts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ServiceDefaults.Problems;

/// <summary>Turns every exception that leaves a handler into a problem, in one place; nothing internal leaves with it.</summary>
internal sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            ProblemException known => known,
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
                new ProblemException(ErrorCodes.ImageTooLarge, "The request body is larger than the limit."),
            BadHttpRequestException =>
                new ProblemException(ErrorCodes.InvalidRequest, "The request could not be read."),
            _ => null,
        };

        if (problem is null)
        {
            LogUnexpected(logger, exception);
            problem = new ProblemException(
                ErrorCodes.InternalError, "Something went wrong on the server. The trace id leads to its log.");
        }

        await ProblemWriter.WriteAsync(httpContext, problem, cancellationToken);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request ended with an unexpected exception")]
    private static partial void LogUnexpected(ILogger logger, Exception exception);
}
