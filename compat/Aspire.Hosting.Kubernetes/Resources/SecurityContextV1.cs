namespace Aspire.Hosting.Kubernetes.Resources;

public sealed class SecurityContextV1
{
    public bool? AllowPrivilegeEscalation { get; set; }

    public bool? ReadOnlyRootFilesystem { get; set; }

    public bool? RunAsNonRoot { get; set; }

    public CapabilitiesV1? Capabilities { get; set; }
}
