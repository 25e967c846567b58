namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class HttpGetActionV1
{
    public string? Path { get; set; }

    public Int32OrStringV1? Port { get; set; }

    public string? Scheme { get; set; }
}
