using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>What a published project is told: its ports, and that whatever is in front of it forwards the caller's address.</summary>
internal static class PortVariables
{
    public static void Add(Dictionary<string, object> variables, IResourceWithEndpoints resource)
    {
        EndpointReference[] endpoints = [.. resource.GetEndpoints()];
        if (endpoints.Length == 0)
        {
            return;
        }

        if (!resource.HasAnnotationOfType<DisableForwardedHeadersAnnotation>())
        {
            variables.TryAdd("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true");
        }

        Add(variables, "HTTP_PORTS", endpoints.Where(static endpoint => endpoint.IsHttp));

        // TLS ends before the default https endpoint, so the process does not listen for it.
        Add(variables, "HTTPS_PORTS", endpoints.Where(static endpoint => endpoint.IsHttps && !DefaultEndpoints.IsDefault(endpoint)));
    }

    private static void Add(Dictionary<string, object> variables, string name, IEnumerable<EndpointReference> endpoints)
    {
        var ports = endpoints.Select(static endpoint => ReferenceExpression.Create($"{endpoint.Property(EndpointProperty.TargetPort)}")).ToArray();
        if (ports.Length > 0)
        {
            variables.TryAdd(name, ports.Aggregate(static (first, second) => ReferenceExpression.Create($"{first};{second}")));
        }
    }
}
