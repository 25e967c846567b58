using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Docker.Resources;
using Aspire.Hosting.Docker.Resources.ComposeNodes;
using Aspire.Hosting.Publishing;
using Aspire.Hosting.Publishing.Yaml;
using YamlDotNet.Serialization.NamingConventions;

namespace Aspire.Hosting.Docker.Compose;

/// <summary>Writes the model as <c>docker-compose.yaml</c> and <c>.env</c>.</summary>
internal sealed class ComposePublisher(DockerComposeEnvironmentResource environment, PipelineContext context)
{
    private readonly ComposeVariables variables = new();

    /// <exception cref="DistributedApplicationException">The model asks for what this stand-in does not publish.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (environment.DashboardEnabled)
        {
            throw new DistributedApplicationException(
                $"This stand-in for Aspire publishes no dashboard: call WithDashboard(false) on '{environment.Name}'.");
        }

        var file = await CreateFileAsync(cancellationToken);
        environment.Customizations.ForEach(customize => customize(file));

        var folder = context.OutputPathOf(environment);
        Directory.CreateDirectory(folder);
        var yaml = PublishedYaml.CreateBuilder(UnderscoredNamingConvention.Instance).Build().Serialize(file);
        await File.WriteAllTextAsync(Path.Combine(folder, "docker-compose.yaml"), yaml, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, ".env"), variables.ToString(), cancellationToken);
    }

    private async Task<ComposeFile> CreateFileAsync(CancellationToken cancellationToken)
    {
        var file = new ComposeFile { Networks = { [ComposeServiceFactory.Network] = new Network { Driver = "bridge" } } };
        var factory = new ComposeServiceFactory(context, variables);
        foreach (var resource in context.Resources.Where(static resource => resource is ProjectResource or ContainerResource))
        {
            var service = await factory.CreateAsync(resource, cancellationToken);
            var described = new DockerComposeServiceResource(resource.Name, resource, environment);
            foreach (var customization in resource.Annotations.OfType<DockerComposeServiceCustomizationAnnotation>())
            {
                customization.Configure(described, service);
            }

            file.Services.Add(resource.Name.ToLowerInvariant(), service);
            foreach (var mount in resource.Annotations.OfType<ContainerMountAnnotation>().Where(static mount => mount.Type == ContainerMountType.Volume))
            {
                file.Volumes[mount.Source!] = new Volume { Driver = "local" };
            }
        }

        return file;
    }
}
