using Yarp.ReverseProxy.Model;

namespace WebFrontend.Security;

/// <summary>What a browser may do with our pages: load our own files and nothing else, and never run inline script.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; connect-src 'self'; "
        + "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use(static (context, next) =>
    {
        context.Response.OnStarting(static state => AddAsync(((HttpContext)state).Response), context);
        return next(context);
    });

    private static Task AddAsync(HttpResponse response)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";

        // What comes from behind the proxy sets its own policy; the reference page of the API needs another one.
        if (response.HttpContext.Features.Get<IReverseProxyFeature>() is null)
        {
            headers.ContentSecurityPolicy = Policy;
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=()";
        }

        return Task.CompletedTask;
    }
}
