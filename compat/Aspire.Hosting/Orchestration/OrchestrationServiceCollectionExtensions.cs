using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Console;
using Aspire.Hosting.Orchestration.Health;
using Aspire.Hosting.Orchestration.Instances;
using Aspire.Hosting.Orchestration.Networking;
using Aspire.Hosting.Orchestration.Volumes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Orchestration;

internal static class OrchestrationServiceCollectionExtensions
{
    /// <summary>The whole of a stop: every process has its own grace period within it.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(60);

    public static IServiceCollection AddOrchestration(this IServiceCollection services)
    {
        services.Configure<HostOptions>(static host => host.ShutdownTimeout = ShutdownTimeout);
        services.AddSingleton(static provider => new ResourceNotificationService(
            provider.GetRequiredService<DistributedApplicationModel>(), provider.GetRequiredService<DistributedApplicationOptions>()));
        services.AddSingleton(static _ => new ResourceLoggerService());
        services.AddSingleton(static provider => new ResourceCommandService(provider.GetRequiredService<InstanceRegistry>()));

        services.AddSingleton<EndpointAllocator>();
        services.AddSingleton<VolumeFolders>();
        services.AddSingleton<ResourceVariables>();
        services.AddSingleton<LaunchPlanner>();
        services.AddSingleton<DependencyWaiter>();
        services.AddSingleton<ResourceHealth>();
        services.AddSingleton<ResourceUrls>();
        services.AddSingleton<InstanceServices>();
        services.AddSingleton<InstanceRegistry>();
        services.AddSingleton<ConsoleEcho>();
        return services.AddHostedService<ApplicationOrchestrator>();
    }
}
