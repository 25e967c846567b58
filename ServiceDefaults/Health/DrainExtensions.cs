using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.Health;

internal static class DrainExtensions
{
    private const string CheckName = "draining";

    /// <summary>Readiness goes off first, then what is under way is finished, and the process ends in time.</summary>
    public static void AddDraining(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<DrainOptions>()
            .Configure<IHostEnvironment>(static (options, environment) =>
                options.Delay = environment.IsDevelopment() ? TimeSpan.Zero : options.Delay)
            .BindConfiguration(DrainOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<HostOptions>().Configure<IOptions<DrainOptions>>(static (host, drain) =>
            host.ShutdownTimeout = drain.Value.Delay + drain.Value.Limit);
        services.AddHostedService<DrainDelay>();
        services.AddHealthChecks().AddCheck<DrainingHealthCheck>(CheckName);
    }
}
