namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class HorizontalPodAutoscalerBehaviorV2
{
    public HpaScalingRulesV2? ScaleUp { get; set; }

    public HpaScalingRulesV2? ScaleDown { get; set; }
}
