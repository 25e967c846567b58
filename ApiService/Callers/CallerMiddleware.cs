using Contracts;

namespace ApiService.Callers;

/// <summary>Tells who sends a request, and refuses keys that are unknown or lack the role that the endpoint asks for.</summary>
internal sealed class CallerMiddleware(RequestDelegate next, ApiKeys keys)
{
    private static readonly KeyCredential Usual = new(RequestHeaders.ApiKey);

    public Task InvokeAsync(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        var credential = metadata?.GetMetadata<ICallerCredential>() ?? Usual;
        var caller = credential.Find(context, keys) ?? Caller.Anonymous(context.Connection.RemoteIpAddress);
        context.Features.Set(caller);
        if (metadata?.GetMetadata<RequiredRole>() is { } required)
        {
            Check(caller, required, credential);
        }

        return next(context);
    }

    private static void Check(Caller caller, RequiredRole required, ICallerCredential credential)
    {
        if (!caller.HasKey && !required.AnonymousAllowed)
        {
            throw new ProblemException(ErrorCodes.KeyRequired, $"This route needs an API key in {credential.Place}.");
        }

        if (caller.HasKey && !caller.Roles.Contains(required.Role))
        {
            throw new ProblemException(ErrorCodes.Forbidden, $"This API key does not have the role {required.Role}.");
        }
    }
}
