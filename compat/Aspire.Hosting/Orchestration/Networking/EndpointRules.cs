using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration.Networking;

/// <summary>What cannot work is refused before anything starts.</summary>
internal static class EndpointRules
{
    public static void Check(IResource resource, EndpointAnnotation endpoint, int replicas)
    {
        var violation = endpoint switch
        {
            { IsProxied: false } when replicas > 1 => "uses multiple replicas and an endpoint without a proxy",
            { TargetPort: not null } when replicas > 1 => "uses multiple replicas and an endpoint with a fixed target port",
            { IsProxied: true, Port: { } port } when port == endpoint.TargetPort && resource is not ContainerResource =>
                "has the same port and target port; remove one of them, or the proxy",
            { IsProxied: false, Port: { } port } when port != endpoint.TargetPort =>
                "has no proxy, so its port and its target port must be the same",
            _ => null,
        };
        if (violation is not null)
        {
            throw new DistributedApplicationException($"Resource '{resource.Name}' {violation} (endpoint '{endpoint.Name}').");
        }
    }
}
