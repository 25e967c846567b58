namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class IngressSpecV1
{
    public string? IngressClassName { get; set; }

    public List<IngressTLSV1> Tls { get; } = [];

    public List<IngressRuleV1> Rules { get; } = [];
}
