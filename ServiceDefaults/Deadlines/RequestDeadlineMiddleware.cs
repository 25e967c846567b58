using System.Globalization;
using Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.Deadlines;

/// <summary>Cancels a request's work when its deadline passes, by the same token that tells of a caller who left.</summary>
internal sealed class RequestDeadlineMiddleware(
    RequestDelegate next, IOptions<RequestDeadlineOptions> options, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var callerLeft = context.RequestAborted;
        using var deadline = new RequestDeadline(options.Value.Maximum, ReadHeader(context.Request), time, callerLeft);
        context.Features.Set(deadline);
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
        {
            deadline.StartServerClock();
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(callerLeft, deadline.Passed);
        context.RequestAborted = either.Token;
        try
        {
            await next(context);

            // The framework's own parts take a cancelled request for one whose caller has left, and end it without any answer.
            if (!context.Response.HasStarted && RequestDeadline.HasPassed(context))
            {
                throw Exceeded();
            }
        }
        catch (OperationCanceledException) when (RequestDeadline.HasPassed(context))
        {
            throw Exceeded();
        }
        finally
        {
            context.RequestAborted = callerLeft;
        }
    }

    private static ProblemException Exceeded() =>
        new(ErrorCodes.DeadlineExceeded, "The deadline of the request passed before its answer was ready.");

    private static TimeSpan? ReadHeader(HttpRequest request)
    {
        var header = request.Headers[RequestHeaders.Deadline];
        if (header.Count == 0)
        {
            return null;
        }

        if (int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds > 0)
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        throw new ProblemException(ErrorCodes.InvalidRequest, $"{RequestHeaders.Deadline} is not a number of milliseconds.")
        {
            Errors = new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                [RequestHeaders.Deadline] = ["A whole number of milliseconds above zero is expected."],
            },
        };
    }
}
