using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Kubernetes;

/// <summary>A cluster, as far as a chart can know it.</summary>
public sealed class KubernetesEnvironmentResource(string name) : Resource(name), IComputeEnvironmentResource
{
    public bool DashboardEnabled { get; set; } = true;

    public string DefaultImagePullPolicy { get; set; } = "IfNotPresent";

    public string DefaultServiceType { get; set; } = "ClusterIP";

    /// <summary><c>emptyDir</c>, <c>hostPath</c> or <c>pvc</c>.</summary>
    public string DefaultStorageType { get; set; } = "emptyDir";

    public string? DefaultStorageClassName { get; set; }

    public string DefaultStorageSize { get; set; } = "1Gi";

    public string DefaultStorageReadWritePolicy { get; set; } = "ReadWriteOnce";

    internal HelmChartOptions Chart { get; } = new();
}
