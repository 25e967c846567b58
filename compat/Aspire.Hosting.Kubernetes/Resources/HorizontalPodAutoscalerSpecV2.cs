namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class HorizontalPodAutoscalerSpecV2
{
    public CrossVersionObjectReferenceV2 ScaleTargetRef { get; set; } = new();

    public int? MinReplicas { get; set; }

    public int MaxReplicas { get; set; } = 1;

    public List<MetricSpecV2> Metrics { get; } = [];

    public HorizontalPodAutoscalerBehaviorV2 Behavior { get; set; } = new();
}
