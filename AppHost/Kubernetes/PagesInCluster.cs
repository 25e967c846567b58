using AppHost.Kubernetes.Objects;
using Aspire.Hosting.Kubernetes;

namespace AppHost.Kubernetes;

/// <summary>The pages, and the way in for everybody.</summary>
internal static class PagesInCluster
{
    private const int Replicas = 2;

    public static void Describe(KubernetesResource service)
    {
        service.SetResources(cpuRequest: "100m", cpuLimit: "500m", memoryRequest: "128Mi", memoryLimit: "512Mi");

        HttpService.AddTo(service);
        service.Deployment().Spec.Replicas = Replicas;
        service.AdditionalResources.Add(new NetworkRules(service.Name)
            .CalledByEverybody().Calls("api", "inference").CallsOutside().ToObject());
    }
}
