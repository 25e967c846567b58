namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>What an object is called.</summary>
public sealed class ObjectMetaV1
{
    public string? Name { get; set; }

    public string? Namespace { get; set; }

    public Dictionary<string, string> Labels { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Annotations { get; } = new(StringComparer.Ordinal);
}
