namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>The variables of a container that nobody may read.</summary>
public sealed class Secret() : BaseKubernetesResource("v1", "Secret")
{
    public Dictionary<string, string> StringData { get; } = new(StringComparer.Ordinal);

    public string Type { get; set; } = "Opaque";
}
