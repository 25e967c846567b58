using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing.Manifest;

/// <summary>The endpoints of a resource.</summary>
internal static class ManifestBindings
{
    /// <summary>Where the ports of a project begin that nobody has chosen; the default endpoints get theirs from whoever deploys.</summary>
    private const int FirstAllocatedPort = 8000;

    public static JsonObject Write(IResource resource)
    {
        var bindings = new JsonObject();
        if (resource is IResourceWithEndpoints owner)
        {
            var nextPort = FirstAllocatedPort;
            foreach (var endpoint in owner.GetEndpoints())
            {
                var needsPort = resource is ProjectResource && endpoint.TargetPort is null && !DefaultEndpoints.IsDefault(endpoint);
                bindings[endpoint.EndpointName] = Write(endpoint.EndpointAnnotation, needsPort ? nextPort++ : endpoint.TargetPort);
            }
        }

        return bindings;
    }

    private static JsonObject Write(EndpointAnnotation endpoint, int? targetPort)
    {
        var binding = new JsonObject
        {
            ["scheme"] = endpoint.UriScheme,
            ["protocol"] = endpoint.Protocol.ToString().ToLowerInvariant(),
            ["transport"] = endpoint.Transport,
        };
        if (endpoint.Port is { } port && port != targetPort)
        {
            binding["port"] = port;
        }

        if (targetPort is { } target)
        {
            binding["targetPort"] = target;
        }

        if (endpoint.IsExternal)
        {
            binding["external"] = true;
        }

        return binding;
    }
}
