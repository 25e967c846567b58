using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Http;

/// <summary>Keeps browsers from guessing another type for a reply than the one that it declares.</summary>
internal static class NoSniff
{
    public static void UseNoSniff(this WebApplication app) => app.Use(static (context, next) =>
    {
        // Set at the last moment, because a problem clears the headers that were there before it.
        context.Response.OnStarting(
            static response =>
            {
                ((HttpResponse)response).Headers.XContentTypeOptions = "nosniff";
                return Task.CompletedTask;
            },
            context.Response);
        return next(context);
    });
}
