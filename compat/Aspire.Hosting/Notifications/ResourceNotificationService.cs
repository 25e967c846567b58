using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The state of every instance, and everybody who waits for a change of it.</summary>
public class ResourceNotificationService
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ResourceEvent> latest = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Channel<ResourceEvent>> watchers = [];
    private readonly DistributedApplicationModel model;
    private readonly DistributedApplicationOptions options;

    internal ResourceNotificationService(DistributedApplicationModel model, DistributedApplicationOptions options)
    {
        this.model = model;
        this.options = options;
    }

    /// <summary>With a dashboard somebody can restart what has failed; without one waiting for it would never end.</summary>
    internal WaitBehavior DefaultWaitBehavior =>
        options.DisableDashboard ? WaitBehavior.StopOnResourceUnavailable : WaitBehavior.WaitOnResourceUnavailable;

    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        WaitForResourceAsync(resourceName, [targetState ?? KnownResourceStates.Running], cancellationToken);

    public async Task<string> WaitForResourceAsync(
        string resourceName, IEnumerable<string> targetStates, CancellationToken cancellationToken = default)
    {
        var wanted = targetStates.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var reached = await WaitForResourceAsync(
            resourceName, change => change.Snapshot.State is { } state && wanted.Contains(state.Text), cancellationToken);
        return reached.Snapshot.State!.Text;
    }

    public async Task<ResourceEvent> WaitForResourceAsync(
        string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        try
        {
            await foreach (var change in WatchAsync(cancellationToken))
            {
                if (IsMeant(change, resourceName) && predicate(change))
                {
                    return change;
                }
            }
        }
        catch (OperationCanceledException exception)
        {
            throw new OperationCanceledException(Describe(resourceName), exception, cancellationToken);
        }

        throw new OperationCanceledException(Describe(resourceName), cancellationToken);
    }

    /// <summary>Without a dashboard, a resource that has ended or does not exist ends the wait with an exception.</summary>
    public Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default) =>
        WaitForResourceHealthyAsync(resourceName, DefaultWaitBehavior, cancellationToken);

    public async Task<ResourceEvent> WaitForResourceHealthyAsync(
        string resourceName, WaitBehavior waitBehavior, CancellationToken cancellationToken = default)
    {
        var stops = waitBehavior == WaitBehavior.StopOnResourceUnavailable;
        if (stops && !model.Resources.TryGetByName(resourceName, out _))
        {
            throw new DistributedApplicationException($"The resource '{resourceName}' does not exist.");
        }

        var change = await WaitForResourceAsync(
            resourceName, change => change.Snapshot.IsHealthyAndReady || (stops && change.Snapshot.IsTerminal), cancellationToken);
        return change.Snapshot.IsHealthyAndReady
            ? change
            : throw new DistributedApplicationException(
                $"Stopped waiting for '{resourceName}' to become healthy: it is {change.Snapshot.State!.Text}.");
    }

    /// <summary>Gives the current state of every instance, then every change.</summary>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateUnbounded<ResourceEvent>();
        lock (gate)
        {
            watchers.Add(channel);
            foreach (var known in latest.Values)
            {
                channel.Writer.TryWrite(known);
            }
        }

        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return change;
            }
        }
        finally
        {
            lock (gate)
            {
                watchers.Remove(channel);
            }
        }
    }

    /// <param name="resourceId">An instance, or a resource that has only one.</param>
    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        var meant = Current().Where(change => IsMeant(change, resourceId)).Take(2).ToList();
        resourceEvent = meant.Count == 1 ? meant[0] : null;
        return resourceEvent is not null;
    }

    internal IReadOnlyList<ResourceEvent> Current()
    {
        lock (gate)
        {
            return [.. latest.Values];
        }
    }

    internal void Publish(IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> change)
    {
        lock (gate)
        {
            var before = latest.TryGetValue(resourceId, out var known)
                ? known.Snapshot
                : new CustomResourceSnapshot { ResourceType = resource.GetType().Name.Replace("Resource", string.Empty, StringComparison.Ordinal) };
            var after = new ResourceEvent(resource, resourceId, change(before));
            latest[resourceId] = after;
            foreach (var watcher in watchers)
            {
                watcher.Writer.TryWrite(after);
            }
        }
    }

    private static bool IsMeant(ResourceEvent change, string nameOrId) =>
        ModelName.Comparer.Equals(change.Resource.Name, nameOrId) || ModelName.Comparer.Equals(change.ResourceId, nameOrId);

    private string Describe(string resourceName)
    {
        var states = Current().Where(change => IsMeant(change, resourceName)).Select(static change =>
            $"{change.ResourceId} is {change.Snapshot.State?.Text ?? "unknown"}, {change.Snapshot.HealthStatus?.ToString() ?? "without health"}");
        return $"The wait for resource '{resourceName}' was cancelled; {string.Join("; ", states)}.";
    }
}
