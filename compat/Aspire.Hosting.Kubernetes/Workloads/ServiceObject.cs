using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes.Chart;
using Aspire.Hosting.Kubernetes.Resources;

namespace Aspire.Hosting.Kubernetes.Workloads;

internal static class ServiceObject
{
    /// <summary>Null for a resource that nobody can call.</summary>
    public static Service? Create(
        IResource resource, IReadOnlyList<EndpointReference> endpoints, KubernetesEnvironmentResource environment, ChartValues values)
    {
        var service = new Service
        {
            Metadata = { Name = ObjectNames.Service(resource) },
            Spec = { Type = environment.DefaultServiceType },
        };
        ObjectLabels.AddTo(service.Spec.Selector, resource.Name);
        service.Spec.Ports.AddRange(endpoints
            .Where(static endpoint => !DefaultEndpoints.IsDefaultHttps(endpoint))
            .Select(endpoint => Port(endpoint, new ServicePort(endpoint, values)))
            .DistinctBy(static port => port.Port!.ToString(), StringComparer.Ordinal));
        return service.Spec.Ports.Count > 0 ? service : null;
    }

    private static ServicePortV1 Port(EndpointReference endpoint, ServicePort port) => new()
    {
        Name = endpoint.EndpointName.ToLowerInvariant(),
        Protocol = "TCP",
        Port = port.PublicNumber,
        TargetPort = port.TargetNumber,
    };
}
