using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Orchestration.Instances;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Orchestration.Health;

/// <summary>Runs the health checks of resources while they run, often while they are ill and seldom while they are well.</summary>
internal sealed class ResourceHealth(
    HealthCheckService checks,
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    IDistributedApplicationEventing events,
    IServiceProvider services)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseWhileHealthy = TimeSpan.FromSeconds(30);

    /// <summary>The reports of a resource whose checks have not run yet.</summary>
    public static ImmutableArray<HealthReportSnapshot> PendingReports(IResource resource) =>
        [.. KeysOf(resource).Select(static key => new HealthReportSnapshot(key, null, null, null))];

    /// <summary>Watches one resource until the application stops.</summary>
    public async Task MonitorAsync(IResource resource, CancellationToken cancellationToken)
    {
        var keys = KeysOf(resource).ToHashSet(StringComparer.Ordinal);
        var changed = new SemaphoreSlim(0);
        var watching = WatchAsync(resource, changed, cancellationToken);
        var pause = FirstPause;
        while (!cancellationToken.IsCancellationRequested)
        {
            var running = RunningInstances(resource);
            if (running.Count == 0)
            {
                pause = FirstPause;
                await changed.WaitAsync(cancellationToken);
                continue;
            }

            var isHealthy = await CheckAsync(resource, keys, running, cancellationToken);
            pause = isHealthy ? PauseWhileHealthy : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
            await changed.WaitAsync(isHealthy && keys.Count == 0 ? Timeout.InfiniteTimeSpan : pause, cancellationToken);
        }

        await watching;
    }

    private static IEnumerable<string> KeysOf(IResource resource) =>
        resource.Annotations.OfType<HealthCheckAnnotation>().Select(static annotation => annotation.Key);

    /// <summary>A change of state asks for a check at once; a change of the reports themselves does not.</summary>
    private async Task WatchAsync(IResource resource, SemaphoreSlim changed, CancellationToken cancellationToken)
    {
        var states = new Dictionary<string, string?>(StringComparer.Ordinal);
        await foreach (var change in notifications.WatchAsync(cancellationToken))
        {
            var state = change.Snapshot.State?.Text;
            if (ReferenceEquals(change.Resource, resource) && states.GetValueOrDefault(change.ResourceId) != state)
            {
                states[change.ResourceId] = state;
                changed.Release();
            }
        }
    }

    private List<ResourceEvent> RunningInstances(IResource resource) =>
    [
        .. notifications.Current().Where(instance =>
            ReferenceEquals(instance.Resource, resource) && instance.Snapshot.State?.Text == KnownResourceStates.Running),
    ];

    private async Task<bool> CheckAsync(
        IResource resource, HashSet<string> keys, List<ResourceEvent> running, CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(registration => keys.Contains(registration.Name), cancellationToken);
        ImmutableArray<HealthReportSnapshot> reports =
        [
            .. report.Entries.Select(static entry => new HealthReportSnapshot(
                entry.Key, entry.Value.Status, entry.Value.Description, entry.Value.Exception?.Message) { LastRunAt = DateTime.UtcNow }),
        ];
        foreach (var instance in running)
        {
            notifications.Publish(resource, instance.ResourceId, snapshot => snapshot with { HealthReports = reports });
        }

        if (report.Status != HealthStatus.Healthy)
        {
            return false;
        }

        await MarkReadyAsync(resource, running, cancellationToken);
        return true;
    }

    private async Task MarkReadyAsync(IResource resource, List<ResourceEvent> running, CancellationToken cancellationToken)
    {
        var unready = running.Where(static instance => !instance.Snapshot.IsReady).ToList();

        // A resource becomes ready once: a replica that comes later joins those that are.
        if (unready.Count == running.Count && !await PublishReadyAsync(resource, cancellationToken))
        {
            return;
        }

        foreach (var instance in unready)
        {
            notifications.Publish(resource, instance.ResourceId, static snapshot => snapshot with
            {
                IsReady = snapshot.State?.Text == KnownResourceStates.Running,
            });
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A failing handler keeps its resource from being ready, not the others from being watched.")]
    private async Task<bool> PublishReadyAsync(IResource resource, CancellationToken cancellationToken)
    {
        try
        {
            await events.PublishAsync(new ResourceReadyEvent(resource, services), cancellationToken);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            InstanceLog.ReadyHandlerFailed(loggers.GetLogger(resource), resource.Name, exception.Message);
            return false;
        }
    }
}
