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

    /// <summary>The API itself, the pages that document it, and the paths of Azure's and Google's clients.</summary>
    private static readonly string[] Paths =
    [
        "/api/{**rest}", "/openapi/{**rest}", "/scalar/{**rest}", "/problems/{**rest}",
        "/computervision/{**rest}", "/v1/{**rest}",
    ];

    public static void AddApiProxy(this WebApplicationBuilder builder)
    {
        // The API is told whose a request is; where this service has a proxy before it, that one knows.
        builder.AddForwardedAddresses();
        builder.Services.AddSingleton<IDestinationResolver, DiscoveredDestinations>();
        builder.Services.AddReverseProxy()
            .LoadFromMemory([.. Paths.Select(Route), RekognitionRoute()], [ApiCluster()])
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

    /// <summary>
    /// The AWS client has no path but this one, which it shares with the first page; its header tells them apart. Its signature
    /// covers the host that it was sent to.
    /// </summary>
    private static RouteConfig RekognitionRoute() => new()
    {
        RouteId = $"{Cluster}-rekognition",
        ClusterId = Cluster,
        Order = -1,
        Match = new RouteMatch
        {
            Path = "/",
            Methods = [HttpMethods.Post],
            Headers = [new RouteHeader { Name = "X-Amz-Target", Mode = HeaderMatchMode.Exists }],
        },
        Transforms = [new Dictionary<string, string>(StringComparer.Ordinal) { ["RequestHeaderOriginalHost"] = "true" }],
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
