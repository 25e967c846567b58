using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Problems;

namespace InferenceService.OpenInference;

/// <summary>Tells whatever goes wrong in the protocol's own words.</summary>
internal static class ProtocolErrors
{
    public static async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        try
        {
            return await next(invocation);
        }
        catch (JsonException exception)
        {
            // The reader's words are about the caller's own text, and hold none of it.
            return Error(StatusCodes.Status400BadRequest, $"The body is not the JSON of an inference request: {exception.Message}");
        }
        catch (BadHttpRequestException exception)
        {
            return Error(exception.StatusCode, "The body cannot be read, or is larger than the limit.");
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var problem = RequestProblems.Of(context, exception);
            if (problem.Code.Status == StatusCodes.Status503ServiceUnavailable)
            {
                context.Response.Headers.RetryAfter = "1";
            }

            return Error(problem.Code.Status, problem.Message);
        }
    }

    private static JsonHttpResult<ProtocolError> Error(int status, string message) =>
        TypedResults.Json(new ProtocolError(message), OpenInferenceJsonContext.Default.ProtocolError, statusCode: status);
}
