using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing.Manifest;

/// <summary>One object for each resource of the model, and for what they refer to and the model does not hold.</summary>
internal sealed class ManifestResources(PipelineContext context, string folder)
{
    private readonly ManifestReferences references = new();

    /// <summary>Kinds have another version where a compute environment decides how they are deployed.</summary>
    private string Version => context.Resources.Any(static resource => resource is IComputeEnvironmentResource) ? "v1" : "v0";

    public async Task<JsonObject> WriteAsync(CancellationToken cancellationToken)
    {
        var resources = new JsonObject();
        foreach (var resource in context.Resources.Where(static resource => resource is not (IComputeEnvironmentResource or IResourceWithParent)))
        {
            resources[resource.Name] = await WriteAsync(resource, cancellationToken);
        }

        foreach (var (name, value) in references.NotIn(context.Resources))
        {
            resources[name] = value;
        }

        return resources;
    }

    private async Task<JsonObject> WriteAsync(IResource resource, CancellationToken cancellationToken) => resource switch
    {
        ParameterResource parameter => ManifestParameter.Write(parameter),
        ProjectResource project => await ProcessAsync(project, new JsonObject
        {
            ["type"] = $"project.{Version}",
            ["path"] = Relative(project.Annotations.OfType<IProjectMetadata>().Single().ProjectPath),
        }, cancellationToken),
        ExecutableResource executable => await ProcessAsync(executable, new JsonObject
        {
            ["type"] = "executable.v0",
            ["workingDirectory"] = Relative(executable.WorkingDirectory),
            ["command"] = executable.Command,
        }, cancellationToken),
        ContainerResource container when container.TryGetLastAnnotation<ContainerImageAnnotation>(out var image) =>
            await ContainerAsync(container, image, cancellationToken),
        _ => new JsonObject { ["error"] = "This resource does not support generation in the manifest." },
    };

    private Task<JsonObject> ContainerAsync(ContainerResource container, ContainerImageAnnotation image, CancellationToken cancellationToken)
    {
        var json = new JsonObject { ["type"] = $"container.{Version}" };
        if (container is IResourceWithConnectionString source)
        {
            json["connectionString"] = references.Write(source.ConnectionStringExpression);
        }

        json["image"] = image.Reference;
        if (container.Entrypoint is { } entrypoint)
        {
            json["entrypoint"] = entrypoint;
        }

        return ProcessAsync(container, json, cancellationToken);
    }

    /// <summary>What all that runs has in common, in the order of the format.</summary>
    private async Task<JsonObject> ProcessAsync(IResource resource, JsonObject json, CancellationToken cancellationToken)
    {
        var arguments = await ResourceCallbacks.ArgumentsAsync(resource, context.ExecutionContext, context.Logger, cancellationToken);
        AddUnlessEmpty(json, "args", new JsonArray([.. arguments.Select(value => (JsonNode)references.Write(value))]));
        AddUnlessEmpty(json, "volumes", ManifestVolumes.Write(resource));

        var environment = new JsonObject();
        foreach (var (name, value) in await ResourceCallbacks.EnvironmentAsync(resource, context.ExecutionContext, context.Logger, cancellationToken))
        {
            environment[name] = references.Write(value);
        }

        AddUnlessEmpty(json, "env", environment);
        AddUnlessEmpty(json, "bindings", ManifestBindings.Write(resource));
        return json;
    }

    private string Relative(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    private static void AddUnlessEmpty(JsonObject json, string name, JsonArray value)
    {
        if (value.Count > 0)
        {
            json[name] = value;
        }
    }

    private static void AddUnlessEmpty(JsonObject json, string name, JsonObject value)
    {
        if (value.Count > 0)
        {
            json[name] = value;
        }
    }
}
