namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>The name and the ports under which pods are reached.</summary>
public sealed class Service() : BaseKubernetesResource("v1", "Service")
{
    public ServiceSpecV1 Spec { get; set; } = new();
}
