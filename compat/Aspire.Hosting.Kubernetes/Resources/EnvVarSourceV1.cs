namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class EnvVarSourceV1
{
    public ResourceFieldSelectorV1? ResourceFieldRef { get; set; }
}
