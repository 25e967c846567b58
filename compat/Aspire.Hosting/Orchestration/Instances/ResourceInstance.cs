using System.Diagnostics.CodeAnalysis;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Health;
using Aspire.Hosting.Orchestration.Processes;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration.Instances;

/// <summary>One process of one resource, from its start to its end, and again after a restart.</summary>
internal sealed class ResourceInstance(IResource resource, ReplicaContext replica, InstanceServices services) : IDisposable
{
    /// <summary>How long a process may take to end by itself when it is asked to.</summary>
    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim gate = new(1);
    private readonly ILogger logger = services.Loggers.GetLogger(resource);
    private CancellationTokenSource stopping = new();
    private Task lifetime = Task.CompletedTask;
    private TaskCompletionSource skipWait = new();

    public IResource Resource => resource;

    public string Id { get; } = $"{resource.Name}-{replica.InstanceId}";

    /// <summary>Begins the life of the instance, which goes on in the background; one that waits for others stops waiting.</summary>
    public async Task StartAsync()
    {
        await gate.WaitAsync(CancellationToken.None);
        try
        {
            if (lifetime.IsCompleted)
            {
                stopping.Dispose();
                stopping = new CancellationTokenSource();
                skipWait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                lifetime = RunAsync(stopping.Token);
            }
            else
            {
                skipWait.TrySetResult();
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await stopping.CancelAsync();
            await lifetime.WaitAsync(cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await StopAsync(cancellationToken);
        await StartAsync();
    }

    public void MarkNotStarted() => Publish(static snapshot => snapshot with { State = KnownResourceStates.NotStarted });

    public void Dispose()
    {
        stopping.Dispose();
        gate.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps a resource from starting is a state of it, told in its log.")]
    private async Task RunAsync(CancellationToken cancellationToken)
    {
        Publish(static snapshot => new CustomResourceSnapshot { ResourceType = snapshot.ResourceType, State = KnownResourceStates.Starting });
        try
        {
            await WaitForDependenciesAsync(cancellationToken);
            await services.Events.PublishAsync(new BeforeResourceStartedEvent(resource, services.Provider), cancellationToken);
            var plan = await services.Planner.PlanAsync(resource, replica, logger, cancellationToken);
            using var process = GuardedProcess.Start(plan, (line, isError) => services.Loggers.Write(resource.Name, line, isError));
            await WatchAsync(process, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Publish(static snapshot => snapshot with { State = KnownResourceStates.Finished, StopTimeStamp = DateTime.UtcNow });
        }
        catch (Exception exception)
        {
            InstanceLog.FailedToStart(logger, exception.Message);
            Publish(static snapshot => snapshot with { State = KnownResourceStates.FailedToStart, StopTimeStamp = DateTime.UtcNow });
        }
    }

    private async Task WaitForDependenciesAsync(CancellationToken cancellationToken)
    {
        if (!resource.TryGetAnnotationsOfType<WaitAnnotation>(out var waits))
        {
            return;
        }

        foreach (var wait in waits)
        {
            InstanceLog.Waiting(logger, wait.Resource.Name);
        }

        Publish(static snapshot => snapshot with { State = KnownResourceStates.Waiting });
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await await Task.WhenAny(services.Waiter.WaitAsync(resource, waiting.Token), skipWait.Task);
        await waiting.CancelAsync();
        Publish(static snapshot => snapshot with { State = KnownResourceStates.Starting });
    }

    private async Task WatchAsync(GuardedProcess process, CancellationToken cancellationToken)
    {
        Publish(snapshot => snapshot with
        {
            State = KnownResourceStates.Running,
            StartTimeStamp = DateTime.UtcNow,
            HealthReports = ResourceHealth.PendingReports(resource),
            Urls = services.Urls.Of(resource),
        });

        var ended = process.WaitAsync();
        await using (cancellationToken.UnsafeRegister(_ => RequestStop(process), null))
        {
            var code = await ended;
            if (!cancellationToken.IsCancellationRequested)
            {
                InstanceLog.Ended(logger, Id, code);
            }

            var final = resource is ContainerResource ? KnownResourceStates.Exited : KnownResourceStates.Finished;
            Publish(snapshot => snapshot with { State = final, ExitCode = code, StopTimeStamp = DateTime.UtcNow, IsReady = false });
        }

        services.Notifications.TryGetCurrentState(Id, out var last);
        await services.Events.PublishAsync(new ResourceStoppedEvent(resource, services.Provider, last!), CancellationToken.None);
    }

    private void RequestStop(GuardedProcess process)
    {
        Publish(static snapshot => snapshot with { State = KnownResourceStates.Stopping, IsReady = false });
        process.RequestStop(GracePeriod);
    }

    private void Publish(Func<CustomResourceSnapshot, CustomResourceSnapshot> change) =>
        services.Notifications.Publish(resource, Id, change);
}
