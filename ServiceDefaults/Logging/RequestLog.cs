using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults.Logging;

/// <summary>
/// One line for each request: what was asked for, how it ended, and how long it took. The route is told and not the address,
/// because names of files and ids of jobs are in that.
/// </summary>
internal sealed partial class RequestLog(ILogger<RequestLog> logger) : IStartupFilter
{
    private const string NoRoute = "an unknown route";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(HandleAsync);
        next(app);
    };

    private async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            if (!NoiseFilter.IsNoise(context.Request.Path) && logger.IsEnabled(LogLevel.Information))
            {
                var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                var (method, route, trace) = (MethodOf(context.Request), RouteOf(context), TraceId.Of(context));
                LogAnswered(logger, method, route, context.Response.StatusCode, milliseconds, trace);
            }
        }
    }

    // A caller may send any word as the method.
    private static string MethodOf(HttpRequest request) => HttpMethods.GetCanonicalizedValue(request.Method) switch
    {
        "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS" or "TRACE" or "CONNECT" => request.Method,
        _ => "_OTHER",
    };

    private static string RouteOf(HttpContext context)
    {
        // Whoever handles an exception has taken the route away.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        return (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? NoRoute;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} answered {Status} in {Milliseconds:0.0} ms, trace {TraceId}")]
    private static partial void LogAnswered(
        ILogger logger, string method, string route, int status, double milliseconds, string traceId);
}
