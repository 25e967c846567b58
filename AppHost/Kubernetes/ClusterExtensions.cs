using AppHost.Publishing;
using Aspire.Hosting.Kubernetes;

namespace AppHost.Kubernetes;

internal static class ClusterExtensions
{
    /// <summary>Describes a resource for a cluster. When nothing is published to one, this does nothing.</summary>
    public static IResourceBuilder<T> InCluster<T>(this IResourceBuilder<T> builder, Action<KubernetesResource> describe)
        where T : IComputeResource =>
        builder.ApplicationBuilder.IsPublishedTo(DeploymentTarget.Kubernetes) ? builder.PublishAsKubernetesService(describe) : builder;
}
