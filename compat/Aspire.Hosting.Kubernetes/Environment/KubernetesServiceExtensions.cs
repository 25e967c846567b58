using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes;

namespace Aspire.Hosting;

public static class KubernetesServiceExtensions
{
    /// <summary>Changes the objects of a resource when it is published.</summary>
    /// <exception cref="InvalidOperationException">The model is published and has no Kubernetes environment.</exception>
    public static IResourceBuilder<T> PublishAsKubernetesService<T>(this IResourceBuilder<T> builder, Action<KubernetesResource> configure)
        where T : IComputeResource
    {
        var application = builder.ApplicationBuilder;
        if (application.ExecutionContext.IsRunMode)
        {
            return builder;
        }

        return application.Resources.OfType<KubernetesEnvironmentResource>().Any()
            ? builder.WithAnnotation(new KubernetesServiceCustomizationAnnotation(configure))
            : throw new InvalidOperationException(
                $"'{builder.Resource.Name}' cannot be published as a Kubernetes service: call {nameof(KubernetesEnvironmentExtensions.AddKubernetesEnvironment)} first.");
    }
}
