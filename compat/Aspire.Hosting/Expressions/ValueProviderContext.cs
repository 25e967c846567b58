namespace Aspire.Hosting.ApplicationModel;

/// <summary>For whom a value is resolved. The same expression differs between replicas, because each listens on its own target ports.</summary>
public class ValueProviderContext
{
    public DistributedApplicationExecutionContext? ExecutionContext { get; init; }

    public IResource? Caller { get; init; }

    internal ReplicaContext? Replica { get; init; }
}
