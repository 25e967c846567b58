namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class RollingUpdateDeploymentV1
{
    public Int32OrStringV1? MaxSurge { get; set; } = new(1);

    public Int32OrStringV1? MaxUnavailable { get; set; } = new(1);
}
