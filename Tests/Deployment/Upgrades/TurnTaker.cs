using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tests.Fixtures;
using Yarp.ReverseProxy.Configuration;

namespace Tests.Deployment.Upgrades;

/// <summary>A service of a cluster: one address, behind it the pods of both releases, which get the requests by turns.</summary>
internal sealed class TurnTaker : IAsyncDisposable
{
    private readonly WebApplication app;

    private TurnTaker(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public static async Task<TurnTaker> StartAsync(Uri[] pods, CancellationToken cancellationToken)
    {
        var builder = OwnServer.CreateBuilder();
        builder.Services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "all", ClusterId = "pods", Match = new RouteMatch { Path = "{**path}" } }],
            [
                new ClusterConfig
                {
                    ClusterId = "pods",
                    LoadBalancingPolicy = "RoundRobin",
                    Destinations = pods.Select(static (pod, number) => (pod, number)).ToDictionary(
                        static entry => $"{entry.number}", static entry => new DestinationConfig { Address = entry.pod.ToString() }, StringComparer.Ordinal),
                },
            ]);
        var turnTaker = new TurnTaker(builder.Build());
        turnTaker.app.MapReverseProxy();
        await turnTaker.app.StartAsync(cancellationToken);
        return turnTaker;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
