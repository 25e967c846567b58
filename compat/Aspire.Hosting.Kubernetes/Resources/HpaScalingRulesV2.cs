namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class HpaScalingRulesV2
{
    public int? StabilizationWindowSeconds { get; set; }

    public string? SelectPolicy { get; set; }

    public List<HpaScalingPolicyV2> Policies { get; } = [];
}
