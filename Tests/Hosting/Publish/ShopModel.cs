using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Tests.Hosting.Model;

namespace Tests.Hosting.Publish;

/// <summary>A model with all that is published in a way of its own: two projects that call each other, a cache with data, parameters.</summary>
internal static class ShopModel
{
    public static IResourceBuilder<ProjectResource> Describe(IDistributedApplicationBuilder builder)
    {
        var region = builder.AddParameter("region", "north", publishValueAsDefault: true);
        var cache = builder.AddRedis("cache").WithDataVolume("cache-data");
        var prices = builder.AddProject<TestProject>("Price-List").WithReplicas(3);
        return builder.AddProject<TestProject>("shop")
            .WithReference(cache)
            .WithReference(prices)
            .WaitFor(prices)
            .WithEnvironment("REGION", region)
            .WithExternalHttpEndpoints();
    }
}
