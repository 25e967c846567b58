namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class ServiceBackendPortV1
{
    public string? Name { get; set; }

    public int? Number { get; set; }
}
