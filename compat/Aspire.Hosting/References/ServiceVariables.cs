using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>The names under which a process finds the services that it refers to.</summary>
internal static class ServiceVariables
{
    public static void Add(Dictionary<string, object> variables, EndpointReferenceAnnotation reference)
    {
        foreach (var endpoint in reference.Endpoints)
        {
            AddServiceDiscovery(variables, reference.Name ?? reference.Resource.Name, endpoint);
            variables[AddressVariable(reference, endpoint)] = endpoint;
        }
    }

    public static void AddConnection(Dictionary<string, object> variables, IResourceWithConnectionString source, string connectionName, bool optional)
    {
        variables[source.ConnectionStringEnvironmentVariable ?? $"ConnectionStrings__{connectionName}"] = new ConnectionStringReference(source, optional);

        var prefix = connectionName.Length == 0 ? string.Empty : $"{EnvironmentVariableName.Encode(connectionName).ToUpperInvariant()}_";
        foreach (var (property, value) in source.GetConnectionProperties())
        {
            variables[prefix + property.ToUpperInvariant()] = value;
        }
    }

    /// <summary>Service discovery looks a service up by scheme, or by endpoint name where the name is not a scheme.</summary>
    private static void AddServiceDiscovery(Dictionary<string, object> variables, string serviceName, EndpointReference endpoint)
    {
        var segment = endpoint.EndpointName is "http" or "https" ? endpoint.Scheme : endpoint.EndpointName;
        for (var index = 0; ; index++)
        {
            if (variables.TryAdd(string.Create(CultureInfo.InvariantCulture, $"services__{serviceName}__{segment}__{index}"), endpoint))
            {
                return;
            }
        }
    }

    /// <summary>A name that the caller has chosen keeps its case; only the resource's own is upper-cased.</summary>
    private static string AddressVariable(EndpointReferenceAnnotation reference, EndpointReference endpoint)
    {
        var service = reference.Name is { } name
            ? EnvironmentVariableName.Encode(name)
            : EnvironmentVariableName.Encode(reference.Resource.Name).ToUpperInvariant();
        return $"{service}_{EnvironmentVariableName.Encode(endpoint.EndpointName).ToUpperInvariant()}";
    }
}
