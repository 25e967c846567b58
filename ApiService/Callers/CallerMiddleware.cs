using Contracts;

namespace ApiService.Callers;

/// <summary>Tells who sends a request, and refuses keys that are unknown or lack the role that the endpoint asks for.</summary>
internal sealed class CallerMiddleware(RequestDelegate next, ApiKeys keys)
{
    public Task InvokeAsync(HttpContext context)
    {
        var caller = Identify(context);
        context.Features.Set(caller);
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiredRole>() is { } required)
        {
            Check(caller, required);
        }

        return next(context);
    }

    private Caller Identify(HttpContext context)
    {
        var header = context.Request.Headers[RequestHeaders.ApiKey];
        return header.Count == 0
            ? Caller.Anonymous(context.Connection.RemoteIpAddress)
            : keys.Find(header.ToString()) ?? throw new ProblemException(ErrorCodes.KeyRequired, "This API key is not known.");
    }

    private static void Check(Caller caller, RequiredRole required)
    {
        if (!caller.HasKey && !required.AnonymousAllowed)
        {
            throw new ProblemException(ErrorCodes.KeyRequired, $"This route needs an API key in the header {RequestHeaders.ApiKey}.");
        }

        if (caller.HasKey && !caller.Roles.Contains(required.Role))
        {
            throw new ProblemException(ErrorCodes.Forbidden, $"This API key does not have the role {required.Role}.");
        }
    }
}
