using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration.Instances;

/// <summary>Holds a resource back until everything that it waits for has come as far as it should.</summary>
internal sealed class DependencyWaiter(ResourceNotificationService notifications)
{
    /// <exception cref="DistributedApplicationException">A dependency has ended, or ended with the wrong exit code.</exception>
    public async Task WaitAsync(IResource resource, CancellationToken cancellationToken)
    {
        using var others = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var waits = resource.Annotations.OfType<WaitAnnotation>().Select(wait => WaitAsync(resource, wait, others.Token));
            await foreach (var wait in Task.WhenEach(waits))
            {
                await wait;
            }
        }
        finally
        {
            // The first that fails decides; nobody goes on waiting for the rest.
            await others.CancelAsync();
        }
    }

    private async Task WaitAsync(IResource resource, WaitAnnotation wait, CancellationToken cancellationToken)
    {
        var stops = (wait.WaitBehavior ?? notifications.DefaultWaitBehavior) == WaitBehavior.StopOnResourceUnavailable;
        var replicas = wait.Resource.GetReplicaCount();
        var instances = new Dictionary<string, CustomResourceSnapshot>(StringComparer.Ordinal);
        await foreach (var change in notifications.WatchAsync(cancellationToken))
        {
            if (!ReferenceEquals(change.Resource, wait.Resource))
            {
                continue;
            }

            instances[change.ResourceId] = change.Snapshot;
            if (change.Snapshot.IsTerminal && (stops || wait.WaitType == WaitType.WaitForCompletion))
            {
                Require(IsFulfilled(change.Snapshot, wait), resource, wait, change.Snapshot);
            }

            if (instances.Count >= replicas && instances.Values.All(snapshot => IsFulfilled(snapshot, wait)))
            {
                return;
            }
        }
    }

    private static bool IsFulfilled(CustomResourceSnapshot snapshot, WaitAnnotation wait) => wait.WaitType switch
    {
        WaitType.WaitUntilStarted => snapshot.State?.Text == KnownResourceStates.Running,
        WaitType.WaitForCompletion => snapshot.IsTerminal && snapshot.ExitCode == wait.ExitCode,
        _ => snapshot.IsHealthyAndReady,
    };

    private static void Require(bool isFulfilled, IResource resource, WaitAnnotation wait, CustomResourceSnapshot snapshot)
    {
        if (!isFulfilled)
        {
            var exitCode = snapshot.ExitCode is { } code ? $" with exit code {code}" : string.Empty;
            throw new DistributedApplicationException(
                $"'{resource.Name}' does not start, because '{wait.Resource.Name}', which it waits for, is {snapshot.State!.Text}{exitCode}.");
        }
    }
}
