namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class HttpIngressRuleValueV1
{
    public List<HttpIngressPathV1> Paths { get; } = [];
}
