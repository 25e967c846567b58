namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class VolumeV1
{
    public string? Name { get; set; }

    public EmptyDirVolumeSourceV1? EmptyDir { get; set; }

    public ConfigMapVolumeSourceV1? ConfigMap { get; set; }

    public HostPathVolumeSourceV1? HostPath { get; set; }

    public PersistentVolumeClaimVolumeSourceV1? PersistentVolumeClaim { get; set; }
}
