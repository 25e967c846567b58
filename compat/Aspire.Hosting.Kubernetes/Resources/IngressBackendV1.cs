namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class IngressBackendV1
{
    public IngressServiceBackendV1? Service { get; set; }
}
