namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class ConfigMapVolumeSourceV1
{
    public string? Name { get; set; }

    public bool? Optional { get; set; }
}
