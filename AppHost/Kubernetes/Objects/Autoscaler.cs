using Aspire.Hosting.Kubernetes;

namespace AppHost.Kubernetes.Objects;

/// <summary>Follows the load with the number of pods.</summary>
internal static class Autoscaler
{
    private const int MinimumReplicas = 2;
    private const int MaximumReplicas = 10;
    private const int CpuPercent = 70;
    private const int ScaleDownSeconds = 300;

    /// <summary>
    /// Adds it to a service. It grows at once, because people wait, and shrinks when the load has been lower for five minutes,
    /// by a pod a minute, so that a pause between two bursts costs no cold start.
    /// </summary>
    /// <param name="service">The objects of the service.</param>
    /// <param name="queueMetric">A figure of each pod that is to stay below a target too; null for the processor alone.</param>
    public static void AddTo(KubernetesResource service, QueueMetric? queueMetric = null)
    {
        var deployment = service.Deployment();

        // Otherwise each upgrade of the chart would set the number back.
        deployment.Spec.Replicas = null;
        service.AdditionalResources.Add(new KubernetesObject("autoscaling/v2", "HorizontalPodAutoscaler", $"{service.Name}-hpa", new
        {
            scaleTargetRef = new { apiVersion = "apps/v1", kind = "Deployment", name = deployment.Metadata.Name },
            minReplicas = ChartValue.Number(service.Name, "min_replicas", MinimumReplicas),
            maxReplicas = ChartValue.Number(service.Name, "max_replicas", MaximumReplicas),
            metrics = Metrics(service.Name, queueMetric),
            behavior = new
            {
                scaleUp = new
                {
                    stabilizationWindowSeconds = 0,
                    selectPolicy = "Max",
                    policies = new[]
                    {
                        new { type = "Percent", value = 100, periodSeconds = 15 },
                        new { type = "Pods", value = 2, periodSeconds = 15 },
                    },
                },
                scaleDown = new
                {
                    stabilizationWindowSeconds = ChartValue.Number(service.Name, "scale_down_seconds", ScaleDownSeconds),
                    policies = new[] { new { type = "Pods", value = 1, periodSeconds = 60 } },
                },
            },
        }));
    }

    private static List<object> Metrics(string name, QueueMetric? queue)
    {
        var cpu = new
        {
            type = "Resource",
            resource = new
            {
                name = "cpu",
                target = new { type = "Utilization", averageUtilization = ChartValue.Number(name, "cpu_percent", CpuPercent) },
            },
        };
        return queue is null ? [cpu] :
        [
            cpu,
            new
            {
                type = "Pods",
                pods = new { metric = new { name = queue.Name }, target = new { type = "AverageValue", averageValue = queue.Target } },
            },
        ];
    }
}
