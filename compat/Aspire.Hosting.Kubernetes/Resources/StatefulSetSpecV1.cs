namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class StatefulSetSpecV1
{
    public PodTemplateSpecV1 Template { get; set; } = new();

    public LabelSelectorV1 Selector { get; set; } = new();

    public string? ServiceName { get; set; }

    public int? Replicas { get; set; } = 1;

    public int? RevisionHistoryLimit { get; set; } = 3;
}
