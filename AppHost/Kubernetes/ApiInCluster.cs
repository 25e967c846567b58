using AppHost.Kubernetes.Objects;
using Aspire.Hosting.Kubernetes;

namespace AppHost.Kubernetes;

/// <summary>The public API: it holds images while they come in.</summary>
internal static class ApiInCluster
{
    public static void Describe(KubernetesResource service)
    {
        service.SetResources(cpuRequest: "250m", cpuLimit: "1", memoryRequest: "512Mi", memoryLimit: "1536Mi");

        HttpService.AddTo(service);
        Autoscaler.AddTo(service);
        service.AdditionalResources.Add(new NetworkRules(service.Name)
            .CalledByEverybody().Calls("cache", "inference").CallsOutside().ToObject());
    }
}
