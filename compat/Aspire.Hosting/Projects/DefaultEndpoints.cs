using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>
/// The endpoints of a project that is published: an http and an https one, whose ports the place of deployment chooses. Those of the
/// launch profile are of the developer's machine.
/// </summary>
internal static class DefaultEndpoints
{
    public static IResourceBuilder<ProjectResource> WithDefaultEndpoints(this IResourceBuilder<ProjectResource> builder) => builder
        .WithAnnotation(new EndpointAnnotation(ProtocolType.Tcp, "http"))
        .WithAnnotation(new EndpointAnnotation(ProtocolType.Tcp, "https"));

    /// <summary>Whether it is the first of its scheme and has no port of its own.</summary>
    public static bool IsDefault(EndpointReference endpoint) =>
        endpoint.Resource is ProjectResource
        && (endpoint.IsHttp || endpoint.IsHttps)
        && endpoint.EndpointAnnotation.TargetPort is null
        && endpoint.Resource.GetEndpoints().First(other => string.Equals(other.Scheme, endpoint.Scheme, StringComparison.OrdinalIgnoreCase)).EndpointName
            == endpoint.EndpointName;

    public static bool IsDefaultHttps(EndpointReference endpoint) => endpoint.IsHttps && IsDefault(endpoint);
}
