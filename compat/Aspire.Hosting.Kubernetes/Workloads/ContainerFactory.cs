using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes.Chart;
using Aspire.Hosting.Kubernetes.Resources;

namespace Aspire.Hosting.Kubernetes.Workloads;

internal sealed class ContainerFactory(KubernetesEnvironmentResource environment, ChartValues values)
{
    public ContainerV1 Create(IResource resource, IReadOnlyList<EndpointReference> endpoints)
    {
        var container = new ContainerV1
        {
            Name = resource.Name.ToLowerInvariant(),
            Image = Image(resource),
            ImagePullPolicy = environment.DefaultImagePullPolicy,
            StartupProbe = Probe(resource, ProbeType.Startup),
            ReadinessProbe = Probe(resource, ProbeType.Readiness),
            LivenessProbe = Probe(resource, ProbeType.Liveness),
        };
        if (resource is ContainerResource { Entrypoint: { } entrypoint })
        {
            container.Command.Add(entrypoint);
        }

        container.Ports.AddRange(endpoints.Where(static endpoint => !DefaultEndpoints.IsDefaultHttps(endpoint)).Select(endpoint => new ContainerPortV1
        {
            Name = endpoint.EndpointName.ToLowerInvariant(),
            Protocol = "TCP",
            ContainerPort = new ServicePort(endpoint, values).TargetNumber,
        }));
        return container;
    }

    /// <summary>The image of a project is built for the deployment, so it is a value of the chart; others have a fixed one.</summary>
    private string Image(IResource resource) => resource.TryGetLastAnnotation<ContainerImageAnnotation>(out var image)
        ? image.Reference
        : HelmExpression.Of(values.AddParameter(resource.Name, $"{resource.Name}_image", $"{resource.Name.ToLowerInvariant()}:latest"));

#pragma warning disable ASPIREPROBES001 // The stand-in uses what it defines.
    private ProbeV1? Probe(IResource resource, ProbeType type)
    {
        var probe = resource.Annotations.OfType<EndpointProbeAnnotation>().LastOrDefault(probe => probe.Type == type);
        return probe is null ? null : new ProbeV1
        {
            HttpGet = new HttpGetActionV1
            {
                Path = probe.Path,
                Port = new ServicePort(probe.EndpointReference, values).TargetNumber,

                // In lower case, as Aspire writes it, although Kubernetes wants capitals: the AppHost has to mend it in both worlds.
                Scheme = probe.EndpointReference.Scheme,
            },
            InitialDelaySeconds = probe.InitialDelaySeconds,
            PeriodSeconds = probe.PeriodSeconds,
            TimeoutSeconds = probe.TimeoutSeconds,
            FailureThreshold = probe.FailureThreshold,
            SuccessThreshold = probe.SuccessThreshold,
        };
    }
#pragma warning restore ASPIREPROBES001
}
