namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>A wish for a disk.</summary>
public sealed class PersistentVolumeClaim() : BaseKubernetesResource("v1", "PersistentVolumeClaim")
{
    public PersistentVolumeClaimSpecV1 Spec { get; set; } = new();
}
