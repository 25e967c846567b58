using System.Diagnostics.CodeAnalysis;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration.Instances;

/// <summary>One replica of a resource over all of its lives: started, stopped, started again, and at last closed.</summary>
internal sealed class ResourceInstance(IResource resource, ReplicaContext replica, InstanceServices services) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private readonly ILogger logger = services.Loggers.GetLogger(resource);
    private CancellationTokenSource stopping = new();
    private InstanceRun? run;
    private Task<bool> lifetime = Task.FromResult(false);
    private Task told = Task.CompletedTask;
    private bool isClosed;

    public IResource Resource => resource;

    public string Id { get; } = $"{resource.Name}-{replica.InstanceId}";

    /// <summary>Begins the life of the instance, which goes on in the background; one that waits for others stops waiting.</summary>
    /// <returns>False if the application is being stopped, so that nothing starts any more.</returns>
    public async Task<bool> StartAsync()
    {
        await gate.WaitAsync(CancellationToken.None);
        try
        {
            if (isClosed)
            {
                return false;
            }

            if (HasEnded)
            {
                // The state is told a moment before the task is over; who reacts to it at once is to find an instance that can start.
                await lifetime;
            }

            if (lifetime.IsCompleted)
            {
                Begin();
            }
            else
            {
                run!.SkipWait();
            }

            return true;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Ends the process and waits until everybody has been told.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await EndAsync(isFinal: false, cancellationToken);
        await told.WaitAsync(cancellationToken);
    }

    /// <summary>Stops for good: no command starts the instance again.</summary>
    public async Task CloseAsync()
    {
        await EndAsync(isFinal: true, CancellationToken.None);
        await told;
    }

    public async Task<bool> RestartAsync(CancellationToken cancellationToken)
    {
        await StopAsync(cancellationToken);
        return await StartAsync();
    }

    public void MarkNotStarted() => Publish(static snapshot => snapshot with { State = KnownResourceStates.NotStarted });

    public void Dispose()
    {
        stopping.Dispose();
        gate.Dispose();
    }

    private bool HasEnded => services.Notifications.TryGetCurrentState(Id, out var current) && current.Snapshot.IsTerminal;

    private void Begin()
    {
        stopping.Dispose();
        stopping = new CancellationTokenSource();
        run = new InstanceRun(resource, replica, Id, services);
        lifetime = run.RunAsync(stopping.Token);
        told = TellStoppedAsync(lifetime);
    }

    private async Task EndAsync(bool isFinal, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            isClosed |= isFinal;
            if (!lifetime.IsCompleted)
            {
                Publish(static snapshot => snapshot.IsTerminal ? snapshot : snapshot with { State = KnownResourceStates.Stopping, IsReady = false });
            }

            await stopping.CancelAsync();
            await lifetime.WaitAsync(cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Handlers run outside of the instance's life, because they may start it again.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A failing handler is told in the log and keeps nothing from stopping.")]
    private async Task TellStoppedAsync(Task<bool> life)
    {
        if (!await life)
        {
            return;
        }

        services.Notifications.TryGetCurrentState(Id, out var last);
        try
        {
            await services.Events.PublishAsync(new ResourceStoppedEvent(resource, services.Provider, last!), CancellationToken.None);
        }
        catch (Exception exception)
        {
            InstanceLog.StoppedHandlerFailed(logger, Id, exception.Message);
        }
    }

    private void Publish(Func<CustomResourceSnapshot, CustomResourceSnapshot> change) => services.Notifications.Publish(resource, Id, change);
}
