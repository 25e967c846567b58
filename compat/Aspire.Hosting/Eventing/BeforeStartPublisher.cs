using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Eventing;

/// <summary>Publishes <see cref="BeforeStartEvent"/> before any hosted service starts, whichever way the application is started.</summary>
internal sealed class BeforeStartPublisher(IDistributedApplicationEventing eventing, IServiceProvider services, DistributedApplicationModel model)
    : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) =>
        eventing.PublishAsync(new BeforeStartEvent(services, model), cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
