using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Kubernetes;

/// <summary>A way in from outside of the cluster.</summary>
public sealed class KubernetesIngressResource(string name, KubernetesEnvironmentResource parent)
    : Resource(name), IResourceWithParent<KubernetesEnvironmentResource>
{
    public KubernetesEnvironmentResource Parent { get; } = parent;

    internal string? ClassName { get; set; }

    internal string? TlsSecretName { get; set; }

    internal List<string> Hostnames { get; } = [];

    internal List<IngressPath> Paths { get; } = [];

    internal List<KeyValuePair<string, string>> AnnotationsOfObject { get; } = [];
}
