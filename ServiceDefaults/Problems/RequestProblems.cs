using Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Deadlines;

namespace ServiceDefaults.Problems;

/// <summary>What a caller is told of an exception, wherever in a request it is met; nothing internal leaves with it.</summary>
public static partial class RequestProblems
{
    /// <summary>The problem that an exception stands for. One that nobody expected is logged, and told as a fault of our own.</summary>
    public static ProblemException Of(HttpContext context, Exception exception)
    {
        if (Translate(exception, RequestDeadline.HasPassed(context)) is { } problem)
        {
            return problem;
        }

        LogUnexpected(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestProblems)), exception);
        return ProblemWriter.Unexpected();
    }

    private static ProblemException? Translate(Exception exception, bool deadlineHasPassed) => exception switch
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
