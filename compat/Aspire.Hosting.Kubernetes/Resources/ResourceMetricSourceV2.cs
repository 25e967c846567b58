namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class ResourceMetricSourceV2
{
    public string? Name { get; set; }

    public MetricTargetV2 Target { get; set; } = new();
}
