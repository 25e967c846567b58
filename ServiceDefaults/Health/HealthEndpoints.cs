using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults.Health;

/// <summary>The three probes, in every environment: a cluster needs them in production.</summary>
internal static class HealthEndpoints
{
    public const string Prefix = "/health";

    /// <summary>Shorter than the second within which a probe has to be answered.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.8);

    public static void AddHealthEndpoints(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [HealthTags.Live]);
        services.PostConfigure<HealthCheckServiceOptions>(static options =>
        {
            foreach (var check in options.Registrations.Where(static check => check.Timeout == Timeout.InfiniteTimeSpan))
            {
                check.Timeout = Patience;
            }
        });
        services.AddSingleton<IHealthCheckPublisher, HealthFigures>();
        services.Configure<HealthCheckPublisherOptions>(static options =>
        {
            options.Delay = TimeSpan.FromSeconds(1);
            options.Period = SampledFigures.Interval;
        });
    }

    public static void MapHealthEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Prefix);

        // Live asks nothing of any dependency: a restart would not mend one.
        group.MapHealthChecks("/live", Tagged(HealthTags.Live));
        group.MapHealthChecks("/startup", Tagged(HealthTags.Startup));
        group.MapHealthChecks("/ready", new HealthCheckOptions { ResponseWriter = HealthReportWriter.WriteAsync });
    }

    private static HealthCheckOptions Tagged(string tag) => new()
    {
        Predicate = check => check.Tags.Contains(tag),
        ResponseWriter = HealthReportWriter.WriteAsync,
    };
}
