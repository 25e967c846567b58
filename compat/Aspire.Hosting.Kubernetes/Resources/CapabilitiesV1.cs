namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class CapabilitiesV1
{
    public List<string> Drop { get; } = [];
}
