using Contracts;
using ServiceDefaults.Problems;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace WebFrontend.Proxy;

/// <summary>Passes the public API through, so that the browser has one origin and no other host to trust.</summary>
internal static class ApiProxy
{
    private const string Cluster = "api";
    private const string ServiceAddress = "https+http://api";

    /// <summary>The API itself, and the pages that document it.</summary>
    private static readonly string[] Paths = ["/api/{**rest}", "/openapi/{**rest}", "/scalar/{**rest}", "/problems/{**rest}"];

    public static void AddApiProxy(this IServiceCollection services)
    {
        services.AddSingleton<IDestinationResolver, DiscoveredDestinations>();
        services.AddReverseProxy().LoadFromMemory([.. Paths.Select(Route)], [ApiCluster()]);
    }

    public static void MapApiProxy(this IEndpointRouteBuilder routes) => routes.MapReverseProxy(static proxy =>
    {
        proxy.Use(AnswerFailureAsync);
        proxy.UseLoadBalancing();
    });

    private static RouteConfig Route(string path, int number) => new()
    {
        RouteId = $"{Cluster}-{number}",
        ClusterId = Cluster,
        Match = new RouteMatch { Path = path },
    };

    private static ClusterConfig ApiCluster() => new()
    {
        ClusterId = Cluster,
        Destinations = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal)
        {
            [Cluster] = new() { Address = ServiceAddress },
        },
    };

    private static async Task AnswerFailureAsync(HttpContext context, Func<Task> next)
    {
        await next();
        if (context.GetForwarderErrorFeature() is null || context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        var problem = new ProblemException(ErrorCodes.InferenceUnavailable, "The API service cannot be reached at the moment.");
        await ProblemWriter.WriteAsync(context, problem, context.RequestAborted);
    }
}
