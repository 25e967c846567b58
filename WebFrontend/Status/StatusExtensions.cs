using Contracts;
using Microsoft.Extensions.Options;
using ServiceDefaults.Problems;

namespace WebFrontend.Status;

/// <summary><c>GET /status/figures</c>: what the pages Status and Models show of the running services.</summary>
internal static class StatusExtensions
{
    private const string Route = "/status/figures";

    /// <summary>However many watch, the services are asked once in so long. A little less than the page waits, so that it gets a new one each time.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1.75);

    /// <summary>More than any health report of ours.</summary>
    private const int MaximumReportBytes = 64 * 1024;

    public static void AddStatus(this IServiceCollection services)
    {
        services.AddOptions<StatusOptions>().BindConfiguration(StatusOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient<StatusReader>(static client => client.MaxResponseContentBufferSize = MaximumReportBytes);
    }

    public static void MapStatus(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<StatusOptions>>().Value.Enabled)
        {
            app.MapGet(Route, ReadAsync).CacheOutput(static policy => policy.Expire(Lifetime).SetVaryByHost(false).SetVaryByQuery([]));
        }
        else
        {
            app.MapGet(Route, RefuseAsync);
        }
    }

    // It is read for all who wait for it, so it does not end with the one who came first.
    private static async Task ReadAsync(HttpContext context, StatusReader reader, IHostApplicationLifetime lifetime)
    {
        var reading = await reader.ReadAsync(lifetime.ApplicationStopping);
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(reading, StatusJsonContext.Default.StatusReading, contentType: null, lifetime.ApplicationStopping);
    }

    private static Task RefuseAsync(HttpContext context, CancellationToken cancellationToken) => ProblemWriter.WriteAsync(
        context, new ProblemException(ErrorCodes.RouteNotFound, "The figures of this site are switched off."), cancellationToken);
}
