namespace Autoscaler.Simulation;

/// <summary>The rules of the HorizontalPodAutoscaler, with the values that the chart has.</summary>
internal sealed record ScalingRules
{
    public int MinimumReplicas { get; init; } = 2;

    public int MaximumReplicas { get; init; } = 10;

    /// <summary>The wanted share of the requested processors.</summary>
    public double TargetUtilization { get; init; } = 0.70;

    /// <summary>How far the share may be off before anything is done; a constant of Kubernetes.</summary>
    public double Tolerance { get; init; } = 0.10;

    /// <summary>How often it looks; a default of Kubernetes.</summary>
    public int PeriodSeconds { get; init; } = 15;

    /// <summary>How long the load has to have been lower before pods go.</summary>
    public int ScaleDownStabilizationSeconds { get; init; } = 300;

    /// <summary>How many pods may go in a minute.</summary>
    public int ScaleDownPodsPerMinute { get; init; } = 1;

    /// <summary>How many pods may come in a period, unless doubling gives more.</summary>
    public int ScaleUpPods { get; init; } = 2;
}
