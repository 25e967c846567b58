using Aspire.Hosting.Kubernetes;

namespace AppHost.Kubernetes.Objects;

/// <summary>Lets a node be emptied one pod at a time. It does not ask for a number of pods, which would keep the only node of a small cluster.</summary>
internal static class DisruptionBudget
{
    public static void AddTo(KubernetesResource service) =>
        service.AdditionalResources.Add(new KubernetesObject("policy/v1", "PodDisruptionBudget", $"{service.Name}-pdb", new
        {
            maxUnavailable = 1,
            selector = new { matchLabels = Labels.Of(service.Name) },
        }));
}
