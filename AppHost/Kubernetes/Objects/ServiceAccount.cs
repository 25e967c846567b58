using Aspire.Hosting.Kubernetes.Resources;
using YamlDotNet.Serialization;

namespace AppHost.Kubernetes.Objects;

/// <summary>An identity without a token: no pod of ours talks to the API of the cluster.</summary>
internal sealed class ServiceAccount : BaseKubernetesResource
{
    public ServiceAccount(string component)
        : base("v1", "ServiceAccount") => Metadata = new ObjectMetaV1 { Name = NameOf(component) };

    [YamlMember(Alias = "automountServiceAccountToken")]
    public bool AutomountServiceAccountToken { get; }

    public static string NameOf(string component) => $"{component}-service-account";
}
