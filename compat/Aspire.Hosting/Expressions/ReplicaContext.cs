namespace Aspire.Hosting.ApplicationModel;

/// <summary>What distinguishes one running instance of a resource from its siblings.</summary>
/// <param name="InstanceId">The random suffix of the instance's id.</param>
/// <param name="TargetPorts">The port that this instance listens on, by endpoint name.</param>
internal sealed record ReplicaContext(string InstanceId, IReadOnlyDictionary<string, int> TargetPorts);
