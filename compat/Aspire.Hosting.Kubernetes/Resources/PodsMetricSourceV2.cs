namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class PodsMetricSourceV2
{
    public MetricIdentifierV2 Metric { get; set; } = new();

    public MetricTargetV2 Target { get; set; } = new();
}
