using ServiceDefaults.Http;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;
using Yarp.ReverseProxy.Transforms;

namespace WebFrontend.Proxy;

/// <summary>Passes the public API through, so that the browser has one origin and no other host to trust.</summary>
internal static class ApiProxy
{
    /// <summary>The name under which service discovery knows the API.</summary>
    public const string ServiceAddress = "https+http://api";

    private const string Cluster = "api";
    private const long LargeBodyBytes = 1024 * 1024;

    /// <summary>A body is passed on as it comes and never held here; the API has the limits, and the words for them.</summary>
    private const long NoLimit = -1;

    /// <summary>The API itself, and the pages that document it.</summary>
    private static readonly string[] Paths = ["/api/{**rest}", "/openapi/{**rest}", "/scalar/{**rest}", "/problems/{**rest}"];

    public static void AddApiProxy(this WebApplicationBuilder builder)
    {
        // The API is told whose a request is; where this service has a proxy before it, that one knows.
        builder.AddForwardedAddresses();
        builder.Services.AddSingleton<IDestinationResolver, DiscoveredDestinations>();
        builder.Services.AddReverseProxy()
            .LoadFromMemory([.. Paths.Select(Route)], [ApiCluster()])
            .AddTransforms(static route => route.AddRequestTransform(AskBeforeALargeBody));
    }

    public static void MapApiProxy(this IEndpointRouteBuilder routes) => routes.MapReverseProxy(static proxy =>
    {
        proxy.Use(ProxyFailures.AnswerAsync);
        proxy.UseLoadBalancing();
    });

    private static RouteConfig Route(string path, int number) => new()
    {
        RouteId = $"{Cluster}-{number}",
        ClusterId = Cluster,
        Match = new RouteMatch { Path = path },
        MaxRequestBodySize = NoLimit,
    };

    private static ClusterConfig ApiCluster() => new()
    {
        ClusterId = Cluster,
        Destinations = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal)
        {
            [Cluster] = new() { Address = ServiceAddress },
        },
    };

    // The API refuses a body that is too large by its head alone, and cuts the connection of whoever sends it nevertheless:
    // the reply would be lost.
    private static ValueTask AskBeforeALargeBody(RequestTransformContext request)
    {
        if (request.HttpContext.Request.ContentLength > LargeBodyBytes)
        {
            request.ProxyRequest.Headers.ExpectContinue = true;
        }

        return ValueTask.CompletedTask;
    }
}
