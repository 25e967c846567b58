namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class ServicePortV1
{
    public string? Name { get; set; }

    public string? Protocol { get; set; }

    public Int32OrStringV1? Port { get; set; }

    public Int32OrStringV1? TargetPort { get; set; }
}
