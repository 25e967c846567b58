using Aspire.Hosting.Kubernetes;
using Aspire.Hosting.Kubernetes.Resources;

namespace AppHost.Kubernetes.Objects;

internal static class WorkloadExtensions
{
    /// <summary>The workload of a resource that keeps nothing.</summary>
    public static Deployment Deployment(this KubernetesResource service) => (Deployment)service.Workload!;

    public static PodSpecV1 Pod(this KubernetesResource service) => service.Workload!.PodTemplate.Spec;

    /// <summary>The only container of a pod.</summary>
    public static ContainerV1 Container(this KubernetesResource service) => service.Pod().Containers[0];

    /// <summary>What a pod is sure to get, and what it gets at most. Each is a value of the chart.</summary>
    public static void SetResources(this KubernetesResource service, string cpuRequest, string cpuLimit, string memoryRequest, string memoryLimit) =>
        service.Container().Resources = new ResourceRequirementsV1
        {
            Requests =
            {
                ["cpu"] = ChartValue.Text(service.Name, "cpu_request", cpuRequest),
                ["memory"] = ChartValue.Text(service.Name, "memory_request", memoryRequest),
            },
            Limits =
            {
                ["cpu"] = ChartValue.Text(service.Name, "cpu_limit", cpuLimit),
                ["memory"] = ChartValue.Text(service.Name, "memory_limit", memoryLimit),
            },
        };
}
