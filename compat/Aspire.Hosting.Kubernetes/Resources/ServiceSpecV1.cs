namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class ServiceSpecV1
{
    public string? Type { get; set; }

    public Dictionary<string, string> Selector { get; } = new(StringComparer.Ordinal);

    public List<ServicePortV1> Ports { get; } = [];
}
