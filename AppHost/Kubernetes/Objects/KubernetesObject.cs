using Aspire.Hosting.Kubernetes.Resources;
using YamlDotNet.Serialization;

namespace AppHost.Kubernetes.Objects;

/// <summary>An object of a kind that the publisher does not make by itself.</summary>
internal sealed class KubernetesObject : BaseKubernetesResource
{
    public KubernetesObject(string apiVersion, string kind, string name, object spec)
        : base(apiVersion, kind)
    {
        Metadata = new ObjectMetaV1 { Name = name };
        Spec = spec;
    }

    /// <summary>Written as it is: properties of anonymous types by their names.</summary>
    [YamlMember(Alias = "spec")]
    public object Spec { get; }
}
