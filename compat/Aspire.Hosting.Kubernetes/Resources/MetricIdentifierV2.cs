namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class MetricIdentifierV2
{
    public string? Name { get; set; }

    public LabelSelectorV1? Selector { get; set; }
}
