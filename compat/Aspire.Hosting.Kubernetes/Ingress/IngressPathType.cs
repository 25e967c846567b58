namespace Aspire.Hosting.Kubernetes;

public enum IngressPathType
{
    Prefix = 0,
    Exact = 1,
    ImplementationSpecific = 2,
}
