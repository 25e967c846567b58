namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>The variables of a container that everybody may read.</summary>
public sealed class ConfigMap() : BaseKubernetesResource("v1", "ConfigMap")
{
    public Dictionary<string, string> Data { get; } = new(StringComparer.Ordinal);
}
