namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class ContainerResourceMetricSourceV2
{
    public string? Name { get; set; }

    public string? Container { get; set; }

    public MetricTargetV2 Target { get; set; } = new();
}
