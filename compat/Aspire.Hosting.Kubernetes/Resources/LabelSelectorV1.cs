namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>Which pods are meant.</summary>
public sealed class LabelSelectorV1
{
    public Dictionary<string, string> MatchLabels { get; } = new(StringComparer.Ordinal);
}
