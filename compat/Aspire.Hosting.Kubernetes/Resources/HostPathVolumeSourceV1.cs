namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class HostPathVolumeSourceV1
{
    public string? Path { get; set; }

    public string? Type { get; set; }
}
