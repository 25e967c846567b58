namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class MetricTargetV2
{
    public string? Type { get; set; }

    public string? Value { get; set; }

    public string? AverageValue { get; set; }

    public int? AverageUtilization { get; set; }
}
