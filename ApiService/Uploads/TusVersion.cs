using Contracts;

namespace ApiService.Uploads;

/// <summary>The version of the protocol: asked for by every request but OPTIONS, told by every reply.</summary>
internal static class TusVersion
{
    /// <summary>Refuses requests of another version, or of none.</summary>
    public static async ValueTask<object?> RequireAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.HttpContext.Request.Headers[TusHeaders.Resumable] != TusHeaders.SpokenVersion)
        {
            throw new ProblemException(ErrorCodes.UploadVersion, $"This server speaks version {TusHeaders.SpokenVersion} of the protocol.");
        }

        return await next(context);
    }

    /// <summary>Puts the version on a reply.</summary>
    public static Task TellAsync(HttpContext context, RequestDelegate next)
    {
        // At the last moment, because a problem clears the headers that were there before it.
        context.Response.OnStarting(Write, context.Response);
        return next(context);
    }

    private static Task Write(object state)
    {
        var response = (HttpResponse)state;
        response.Headers[TusHeaders.Resumable] = TusHeaders.SpokenVersion;
        if (response.StatusCode == ErrorCodes.UploadVersion.Status)
        {
            response.Headers[TusHeaders.Version] = TusHeaders.SpokenVersion;
        }

        return Task.CompletedTask;
    }
}
