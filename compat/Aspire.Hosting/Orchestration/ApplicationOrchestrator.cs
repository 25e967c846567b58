using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Console;
using Aspire.Hosting.Orchestration.Instances;
using Aspire.Hosting.Orchestration.Networking;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Runs the model: allocates every endpoint, starts every resource, watches their health, and stops them in reverse order.</summary>
internal sealed class ApplicationOrchestrator(
    DistributedApplicationModel model,
    InstanceRegistry instances,
    InstanceServices services,
    EndpointAllocator endpoints,
    ConsoleEcho echo,
    IConfiguration configuration,
    ILoggerFactory loggers) : IHostedLifecycleService, IDisposable
{
    private readonly ILogger logger = loggers.CreateLogger(ConsoleLog.Category);
    private readonly CancellationTokenSource stopping = new();
    private Task monitoring = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        ConsoleLog.Starting(logger);
        ConsoleLog.AppHostDirectory(logger, configuration["AppHost:Directory"] ?? string.Empty);
        echo.Begin();
        services.Events.Subscribe<ResourceReadyEvent>(TellAddress);
        foreach (var resource in model.Resources)
        {
            await PrepareAsync(resource, cancellationToken);
        }

        monitoring = Task.WhenAll(model.Resources.Where(LaunchPlanner.CanRun).Select(MonitorAsync));
        foreach (var instance in instances.All)
        {
            await BeginAsync(instance);
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        ConsoleLog.Started(logger);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await monitoring;

        // What was added last depends on what was added first: callers end before the services that they call.
        foreach (var level in instances.All.Reverse().GroupBy(static instance => instance.Resource))
        {
            await Task.WhenAll(level.Select(static instance => instance.CloseAsync()));
        }

        await endpoints.DisposeAsync();
        services.Loggers.Complete();
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        stopping.Dispose();
        foreach (var instance in instances.All)
        {
            instance.Dispose();
        }
    }

    private async Task PrepareAsync(IResource resource, CancellationToken cancellationToken)
    {
        if (!LaunchPlanner.CanRun(resource))
        {
            services.Notifications.Publish(resource, resource.Name, static snapshot => snapshot with { State = KnownResourceStates.Running, IsReady = true });
            return;
        }

        foreach (var targetPorts in endpoints.Allocate(resource))
        {
            instances.Add(new ResourceInstance(resource, new ReplicaContext(InstanceId.CreateSuffix(), targetPorts), services));
        }

        await services.Urls.ComputeAsync(resource, cancellationToken);
        await services.Events.PublishAsync(new ResourceEndpointsAllocatedEvent(resource, services.Provider), cancellationToken);
        if (resource is IResourceWithConnectionString)
        {
            await services.Events.PublishAsync(new ConnectionStringAvailableEvent(resource, services.Provider), cancellationToken);
        }
    }

    private static Task BeginAsync(ResourceInstance instance)
    {
        if (!instance.Resource.HasAnnotationOfType<ExplicitStartupAnnotation>())
        {
            return instance.StartAsync();
        }

        instance.MarkNotStarted();
        return Task.CompletedTask;
    }

    private async Task MonitorAsync(IResource resource)
    {
        try
        {
            await services.Health.MonitorAsync(resource, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The application stops, and with it the watch over its health.
            return;
        }
    }

    private Task TellAddress(ResourceReadyEvent ready, CancellationToken cancellationToken)
    {
        foreach (var url in services.Urls.Of(ready.Resource).Where(static url => url.Url.StartsWith("http", StringComparison.Ordinal)))
        {
            ConsoleLog.Ready(logger, ready.Resource.Name, url.Url);
        }

        return Task.CompletedTask;
    }
}
