using Contracts;
using Microsoft.Extensions.Options;
using ServiceDefaults.Problems;

namespace WebFrontend.Status;

/// <summary><c>GET /status/figures</c>: what the pages Status and Models show of the running services.</summary>
internal static class StatusExtensions
{
    private const string Route = "/status/figures";

    /// <summary>More than any health report of ours.</summary>
    private const int MaximumReportBytes = 64 * 1024;

    public static void AddStatus(this IServiceCollection services)
    {
        services.AddOptions<StatusOptions>().BindConfiguration(StatusOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient(StatusReader.ClientName, static client => client.MaxResponseContentBufferSize = MaximumReportBytes);
        services.AddSingleton<StatusReader>();
        services.AddSingleton<LatestReading>();
    }

    public static void MapStatus(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<StatusOptions>>().Value.Enabled)
        {
            app.MapGet(Route, ReadAsync);
        }
        else
        {
            app.MapGet(Route, RefuseAsync);
        }
    }

    private static async Task ReadAsync(HttpContext context, LatestReading latest, CancellationToken cancellationToken)
    {
        var reading = await latest.GetAsync(cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(reading, StatusJsonContext.Default.StatusReading, contentType: null, cancellationToken);
    }

    private static Task RefuseAsync(HttpContext context, CancellationToken cancellationToken) => ProblemWriter.WriteAsync(
        context, new ProblemException(ErrorCodes.RouteNotFound, "The figures of this site are switched off."), cancellationToken);
}
