namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class PodSpecV1
{
    public string? ServiceAccountName { get; set; }

    public bool? AutomountServiceAccountToken { get; set; }

    public List<ContainerV1> Containers { get; } = [];

    public List<ContainerV1> InitContainers { get; } = [];

    public Dictionary<string, string> NodeSelector { get; } = new(StringComparer.Ordinal);

    public List<TopologySpreadConstraintV1> TopologySpreadConstraints { get; } = [];

    public PodSecurityContextV1? SecurityContext { get; set; }

    public long? TerminationGracePeriodSeconds { get; set; }

    public string? RestartPolicy { get; set; }

    public List<VolumeV1> Volumes { get; } = [];
}
