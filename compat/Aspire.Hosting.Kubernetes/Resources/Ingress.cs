namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>The way in from outside.</summary>
public sealed class Ingress() : BaseKubernetesResource("networking.k8s.io/v1", "Ingress")
{
    public IngressSpecV1 Spec { get; set; } = new();
}
