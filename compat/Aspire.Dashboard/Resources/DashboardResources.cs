namespace Aspire.Dashboard.Resources;

/// <summary>The resources of the application, and everybody who watches them.</summary>
public sealed class DashboardResources
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, DashboardResource> resources = new(StringComparer.OrdinalIgnoreCase);
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Does what somebody wants to have done with a resource: its name, the name of the command.</summary>
    public Func<string, string, CancellationToken, Task<CommandResult>>? Execute { get; init; }

    /// <summary>A resource is new, or has changed.</summary>
    public void Update(DashboardResource resource)
    {
        TaskCompletionSource told;
        lock (gate)
        {
            resources[resource.Name] = resource;
            (told, changed) = (changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        told.TrySetResult();
    }

    /// <summary>All of them in the order in which they came.</summary>
    internal IReadOnlyList<DashboardResource> All()
    {
        lock (gate)
        {
            return [.. resources.Values];
        }
    }

    internal DashboardResource? Find(string name)
    {
        lock (gate)
        {
            return resources.GetValueOrDefault(name);
        }
    }

    /// <summary>Ends with the next change.</summary>
    internal Task NextChange()
    {
        lock (gate)
        {
            return changed.Task;
        }
    }
}
