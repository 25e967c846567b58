using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes.Resources;

namespace Aspire.Hosting.Kubernetes;

/// <summary>The objects of one resource of the model, which a callback may change, replace or add to before they are written.</summary>
public class KubernetesResource(string name, KubernetesEnvironmentResource parent) : Resource(name), IResourceWithParent<KubernetesEnvironmentResource>
{
    public KubernetesEnvironmentResource Parent { get; } = parent;

    public Workload? Workload { get; set; }

    public ConfigMap? ConfigMap { get; set; }

    public Secret? Secret { get; set; }

    public Service? Service { get; set; }

    public List<BaseKubernetesResource> AdditionalResources { get; } = [];

    internal IEnumerable<BaseKubernetesResource> All =>
        ((BaseKubernetesResource?[])[Workload, ConfigMap, Secret, Service, .. AdditionalResources]).OfType<BaseKubernetesResource>();
}
