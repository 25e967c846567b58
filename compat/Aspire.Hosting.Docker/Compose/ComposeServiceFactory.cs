using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Docker.Resources.ComposeNodes;
using Aspire.Hosting.Docker.Resources.ServiceNodes;
using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.Docker.Compose;

/// <summary>Makes the service of one resource of the model.</summary>
internal sealed class ComposeServiceFactory(PipelineContext context, ComposeVariables variables)
{
    public const string Network = "aspire";

    private readonly ComposeValueWriter writer = new(variables);

    public async Task<Service> CreateAsync(IResource resource, CancellationToken cancellationToken)
    {
        var service = new Service { Image = Image(resource), Networks = { Network } };
        if (resource is ContainerResource { Entrypoint: { } entrypoint })
        {
            service.Entrypoint.Add(entrypoint);
        }

        foreach (var argument in await ResourceCallbacks.ArgumentsAsync(resource, context.ExecutionContext, context.Logger, cancellationToken))
        {
            service.Command.Add((await writer.WriteAsync(argument, cancellationToken)).Text);
        }

        foreach (var (name, value) in await ResourceCallbacks.EnvironmentAsync(resource, context.ExecutionContext, context.Logger, cancellationToken))
        {
            if (!HttpsDiscovery.IsVariable(name))
            {
                service.Environment[name] = (await writer.WriteAsync(value, cancellationToken)).Text;
            }
        }

        AddPorts(service, resource);
        service.Volumes.AddRange(resource.Annotations.OfType<ContainerMountAnnotation>()
            .Select(static mount => $"{mount.Source}:{mount.Target}{(mount.IsReadOnly ? ":ro" : string.Empty)}"));
        foreach (var wait in resource.Annotations.OfType<WaitAnnotation>())
        {
            var condition = wait.WaitType == WaitType.WaitForCompletion ? "service_completed_successfully" : "service_started";
            service.DependsOn[wait.Resource.Name.ToLowerInvariant()] = new ServiceDependency { Condition = condition };
        }

        return service;
    }

    private string Image(IResource resource) => resource.TryGetLastAnnotation<ContainerImageAnnotation>(out var image)
        ? image.Reference
        : variables.Add($"{resource.Name}_IMAGE", $"Container image name for {resource.Name}", $"{resource.Name.ToLowerInvariant()}:latest");

    /// <summary>What is external gets a port of the machine; the rest is reached within the network alone.</summary>
    private void AddPorts(Service service, IResource resource)
    {
        var endpoints = resource is IResourceWithEndpoints owner ? owner.GetEndpoints() : [];
        foreach (var endpoint in endpoints.Where(static endpoint => !DefaultEndpoints.IsDefaultHttps(endpoint)))
        {
            (endpoint.EndpointAnnotation.IsExternal ? service.Ports : service.Expose).Add(ComposePort.Of(endpoint, variables));
        }
    }
}
