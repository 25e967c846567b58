namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>What a container is given of a resource, such as <c>limits.cpu</c>.</summary>
public sealed class ResourceFieldSelectorV1
{
    public string? ContainerName { get; set; }

    public string? Resource { get; set; }

    public string? Divisor { get; set; }
}
