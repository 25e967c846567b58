using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ServiceDefaults.Health;

/// <summary>The three probes, in every environment: a cluster needs them in production.</summary>
internal static class HealthEndpoints
{
    public const string Prefix = "/health";

    public static void AddHealthEndpoints(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [HealthTags.Live]);

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
