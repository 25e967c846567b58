namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>Follows the load with the number of pods.</summary>
public sealed class HorizontalPodAutoscalerV2() : BaseKubernetesResource("autoscaling/v2", "HorizontalPodAutoscaler")
{
    public HorizontalPodAutoscalerSpecV2 Spec { get; set; } = new();
}
