namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class PersistentVolumeClaimVolumeSourceV1
{
    public string? ClaimName { get; set; }

    public bool? ReadOnly { get; set; }
}
