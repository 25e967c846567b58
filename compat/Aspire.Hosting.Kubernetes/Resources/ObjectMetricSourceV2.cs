namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class ObjectMetricSourceV2
{
    public CrossVersionObjectReferenceV2 DescribedObject { get; set; } = new();

    public MetricIdentifierV2 Metric { get; set; } = new();

    public MetricTargetV2 Target { get; set; } = new();
}
