using System.Diagnostics.CodeAnalysis;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Health;
using Aspire.Hosting.Orchestration.Processes;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration.Instances;

/// <summary>One life of an instance: waits for what it depends on, starts the process and watches it to its end.</summary>
internal sealed class InstanceRun(IResource resource, ReplicaContext replica, string id, InstanceServices services)
{
    /// <summary>How long a process may take to end by itself when it is asked to.</summary>
    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(10);

    private readonly ILogger logger = services.Loggers.GetLogger(resource);
    private readonly TaskCompletionSource skipWait = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts the process without waiting any longer for what it depends on.</summary>
    public void SkipWait() => skipWait.TrySetResult();

    /// <returns>Whether there was a process that has ended; otherwise it never started.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps a resource from starting is a state of it, told in its log.")]
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        Publish(static snapshot => new CustomResourceSnapshot { ResourceType = snapshot.ResourceType, State = KnownResourceStates.Starting });
        try
        {
            await WaitForDependenciesAsync(cancellationToken);
            await services.Events.PublishAsync(new BeforeResourceStartedEvent(resource, services.Provider), cancellationToken);
            var plan = await services.Planner.PlanAsync(resource, replica, logger, cancellationToken);
            using var process = GuardedProcess.Start(plan, (line, isError) => services.Loggers.Write(resource.Name, line, isError));
            await WatchAsync(process, plan, cancellationToken);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Publish(static snapshot => snapshot with { State = KnownResourceStates.Finished, StopTimeStamp = DateTime.UtcNow });
            return false;
        }
        catch (Exception exception)
        {
            InstanceLog.FailedToStart(logger, exception.Message);
            Publish(static snapshot => snapshot with { State = KnownResourceStates.FailedToStart, StopTimeStamp = DateTime.UtcNow });
            return false;
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

    private async Task WatchAsync(GuardedProcess process, ProcessSpecification plan, CancellationToken cancellationToken)
    {
        Publish(snapshot => snapshot with
        {
            State = KnownResourceStates.Running,
            StartTimeStamp = DateTime.UtcNow,
            HealthReports = ResourceHealth.PendingReports(resource),
            Urls = services.Urls.Of(resource),
            EnvironmentVariables = [.. plan.Environment.Select(static variable => new EnvironmentVariableSnapshot(variable.Key, variable.Value, IsFromSpec: true))],
        });

        await using (cancellationToken.UnsafeRegister(_ => process.RequestStop(GracePeriod), null))
        {
            var code = await process.WaitAsync();
            TellEnd(code, cancellationToken.IsCancellationRequested);
            var final = resource is ContainerResource ? KnownResourceStates.Exited : KnownResourceStates.Finished;
            Publish(snapshot => snapshot with { State = final, ExitCode = code, StopTimeStamp = DateTime.UtcNow, IsReady = false });
        }
    }

    /// <summary>An end that was asked for needs no word; one without a fault is what some processes are for.</summary>
    private void TellEnd(int code, bool isAskedFor)
    {
        if (isAskedFor)
        {
            return;
        }

        if (code == 0)
        {
            InstanceLog.Finished(logger, id);
        }
        else
        {
            InstanceLog.Ended(logger, id, code);
        }
    }

    private void Publish(Func<CustomResourceSnapshot, CustomResourceSnapshot> change) => services.Notifications.Publish(resource, id, change);
}
