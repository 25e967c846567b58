using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

internal static class AspNetCoreVariables
{
    private const string Urls = "ASPNETCORE_URLS";

    private const string HttpsPort = "ASPNETCORE_HTTPS_PORT";

    /// <summary>The process listens on its target ports, but redirects to the public https port, which is the proxy's.</summary>
    public static void Add(Dictionary<string, object> variables, IResourceWithEndpoints resource)
    {
        var endpoints = resource.GetEndpoints()
            .Where(static endpoint => (endpoint.IsHttp || endpoint.IsHttps) && endpoint.EndpointAnnotation.TargetPortEnvironmentVariable is null)
            .ToArray();

        // A project without endpoints keeps Kestrel's own default.
        if (endpoints.Length == 0)
        {
            return;
        }

        variables.TryAdd(Urls, Join(endpoints));
        if (endpoints.FirstOrDefault(static endpoint => endpoint.IsHttps) is { } https)
        {
            variables.TryAdd(HttpsPort, https.Property(EndpointProperty.Port));
        }
    }

    private static ReferenceExpression Join(IEnumerable<EndpointReference> endpoints) =>
        endpoints.Select(static endpoint => ListenAddress(endpoint)).Aggregate(static (first, second) => ReferenceExpression.Create($"{first};{second}"));

    private static ReferenceExpression ListenAddress(EndpointReference endpoint) =>
        ReferenceExpression.Create($"{endpoint.Scheme}://{endpoint.EndpointAnnotation.TargetHost}:{endpoint.Property(EndpointProperty.TargetPort)}");
}
