using Contracts;
using ServiceDefaults.Problems;
using Yarp.ReverseProxy.Forwarder;

namespace WebFrontend.Proxy;

/// <summary>Tells in the product's own words why a request could not be passed through.</summary>
internal static class ProxyFailures
{
    public static async Task AnswerAsync(HttpContext context, Func<Task> next)
    {
        await next();
        if (context.GetForwarderErrorFeature() is { } failure
            && !context.Response.HasStarted
            && !context.RequestAborted.IsCancellationRequested)
        {
            await ProblemWriter.WriteAsync(context, Describe(failure), context.RequestAborted);
        }
    }

    private static ProblemException Describe(IForwarderErrorFeature failure) => failure switch
    {
        { Error: ForwarderError.RequestBodyClient } =>
            new(ErrorCodes.InvalidRequest, "The request body could not be read."),
        { Error: ForwarderError.RequestTimedOut } =>
            new(ErrorCodes.DeadlineExceeded, "The API service did not answer in time."),
        { Error: ForwarderError.RequestBodyDestination } =>
            new(ErrorCodes.InferenceUnavailable, "The API service ended the connection before it had the whole body."),
        _ => new(ErrorCodes.InferenceUnavailable, "The API service cannot be reached at the moment."),
    };
}
