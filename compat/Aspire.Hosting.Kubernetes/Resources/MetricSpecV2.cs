namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>Aspire makes all five sources at once; whoever fills one sets the others to null.</summary>
public sealed class MetricSpecV2
{
    public string? Type { get; set; }

    public ResourceMetricSourceV2 Resource { get; set; } = new();

    public ContainerResourceMetricSourceV2 ContainerResource { get; set; } = new();

    public PodsMetricSourceV2 Pods { get; set; } = new();

    public ObjectMetricSourceV2 Object { get; set; } = new();

    public ExternalMetricSourceV2 External { get; set; } = new();
}
