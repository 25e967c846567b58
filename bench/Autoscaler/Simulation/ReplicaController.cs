namespace Autoscaler.Simulation;

/// <summary>Decides on the number of pods, as kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale describes it.</summary>
internal sealed class ReplicaController(ScalingRules rules)
{
    /// <summary>Kubernetes counts in whole thousandths, so that exactly what is wanted is not taken for a little more.</summary>
    private const double Rounding = 1e-6;

    private readonly Queue<(int Second, int Recommendation)> recommendations = new();
    private int lastRemoval = -60;

    public int Replicas { get; private set; } = rules.MinimumReplicas;

    /// <param name="second">The time.</param>
    /// <param name="utilization">The average share of the requested processors that the ready pods use.</param>
    /// <param name="readyPods">How many pods that average is over.</param>
    public void Decide(int second, double utilization, int readyPods)
    {
        var ratio = utilization / rules.TargetUtilization;
        var wanted = Math.Abs(ratio - 1) <= rules.Tolerance ? Replicas : (int)Math.Ceiling((readyPods * ratio) - Rounding);
        wanted = Math.Clamp(wanted, rules.MinimumReplicas, rules.MaximumReplicas);
        recommendations.Enqueue((second, wanted));
        while (recommendations.Peek().Second < second - rules.ScaleDownStabilizationSeconds)
        {
            recommendations.Dequeue();
        }

        if (wanted > Replicas)
        {
            Replicas = Math.Min(wanted, Math.Max(Replicas * 2, Replicas + rules.ScaleUpPods));
        }
        else if (recommendations.Max(static past => past.Recommendation) < Replicas && second - lastRemoval >= 60)
        {
            Replicas -= Math.Min(rules.ScaleDownPodsPerMinute, Replicas - wanted);
            lastRemoval = second;
        }
    }
}
