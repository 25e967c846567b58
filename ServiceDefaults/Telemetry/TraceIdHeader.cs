using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Telemetry;

/// <summary>Puts the trace id on every reply, around all that a service does itself: also on those that nothing of it has handled.</summary>
internal sealed class TraceIdHeader : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(static (context, handle) =>
        {
            // At the last moment: a problem clears the headers that were there before it, and a proxied reply brings its own.
            context.Response.OnStarting(
                static state =>
                {
                    var context = (HttpContext)state;
                    context.Response.Headers[TraceId.HeaderName] = TraceId.Of(context);
                    return Task.CompletedTask;
                },
                context);
            return handle(context);
        });
        next(app);
    };
}
