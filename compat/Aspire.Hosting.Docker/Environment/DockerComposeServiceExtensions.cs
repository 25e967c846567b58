using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Docker;
using Aspire.Hosting.Docker.Resources.ComposeNodes;

namespace Aspire.Hosting;

public static class DockerComposeServiceExtensions
{
    /// <summary>Changes the service of a resource when it is published.</summary>
    /// <exception cref="InvalidOperationException">The model is published and has no Docker Compose environment.</exception>
    public static IResourceBuilder<T> PublishAsDockerComposeService<T>(
        this IResourceBuilder<T> builder, Action<DockerComposeServiceResource, Service> configure)
        where T : IComputeResource
    {
        var application = builder.ApplicationBuilder;
        if (application.ExecutionContext.IsRunMode)
        {
            return builder;
        }

        return application.Resources.OfType<DockerComposeEnvironmentResource>().Any()
            ? builder.WithAnnotation(new DockerComposeServiceCustomizationAnnotation(configure))
            : throw new InvalidOperationException(
                $"'{builder.Resource.Name}' cannot be published as a service of Docker Compose: call {nameof(DockerComposeEnvironmentExtensions.AddDockerComposeEnvironment)} first.");
    }
}
