namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class HttpIngressPathV1
{
    public string? Path { get; set; }

    public string? PathType { get; set; }

    public IngressBackendV1? Backend { get; set; }
}
