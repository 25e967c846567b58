using AppHost.Kubernetes.Objects;
using AppHost.Publishing;
using Aspire.Hosting.Kubernetes;
using Aspire.Hosting.Kubernetes.Resources;

namespace AppHost.Kubernetes;

/// <summary>The engine: it needs the processor, and the models.</summary>
internal static class EngineInCluster
{
    public const string ModelClaim = "inference-models-pvc";

    private const string Models = "models";

    /// <param name="service">The objects of the service.</param>
    /// <param name="queueMetric">What the cluster calls the length of the queue in its own metrics; null where it has none.</param>
    public static void Describe(KubernetesResource service, string? queueMetric)
    {
        AddModels(service);
        service.SetResources(cpuRequest: "1", cpuLimit: "2", memoryRequest: "1Gi", memoryLimit: "2Gi");
        AddThreads(service.Container());

        HttpService.AddTo(service);
        Autoscaler.AddTo(service, queueMetric is null ? null : new QueueMetric(queueMetric, ChartValue.Text(service.Name, "queue_depth", "8")));
        service.AdditionalResources.Add(new NetworkRules(service.Name)
            .CalledBy("api", "web").CalledByMonitoring().Calls("cache").CallsOutside().ToObject());
    }

    /// <summary>As many images at a time as the limit has processors, one thread each; the runtime would else count those of the node.</summary>
    private static void AddThreads(ContainerV1 container) => container.Env.Add(new EnvVarV1
    {
        Name = "Admission__Workers",
        ValueFrom = new EnvVarSourceV1
        {
            ResourceFieldRef = new ResourceFieldSelectorV1 { ContainerName = container.Name, Resource = "limits.cpu", Divisor = "1" },
        },
    });

    /// <summary>One folder for all pods: a classifier that one of them has trained is there for the others. An image brings the first models.</summary>
    private static void AddModels(KubernetesResource service)
    {
        var pod = service.Pod();
        pod.InitContainers.Add(new ContainerV1
        {
            Name = Models,
            Image = ChartValue.Text(service.Name, "models_image", "vision-models:latest"),
            ImagePullPolicy = "IfNotPresent",
            Resources = new ResourceRequirementsV1
            {
                Requests = { ["cpu"] = "50m", ["memory"] = "32Mi" },
                Limits = { ["cpu"] = "500m", ["memory"] = "128Mi" },
            },
        });
        pod.Mount(VolumeExtensions.OfClaim(Models, ModelClaim), ModelFolder.InVolume);
        service.AdditionalResources.Add(new PersistentVolumeClaim
        {
            Metadata = { Name = ModelClaim },
            Spec =
            {
                AccessModes = { ChartValue.Text(service.Name, "models_access", "ReadWriteMany") },
                Resources = new VolumeResourceRequirementsV1 { Requests = { ["storage"] = ChartValue.Text(service.Name, "models_size", "5Gi") } },
            },
        });
    }
}
