namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class IngressRuleV1
{
    public string? Host { get; set; }

    public HttpIngressRuleValueV1? Http { get; set; }
}
