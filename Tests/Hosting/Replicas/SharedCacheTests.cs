using Aspire.Hosting.Testing;
using StackExchange.Redis;
using Tests.Api;
using Tests.Fixtures;
using Vision;
using Xunit;

namespace Tests.Hosting.Replicas;

/// <summary>What one replica has computed, the other need not compute.</summary>
[Collection<ReplicatedSystem>]
public sealed class SharedCacheTests(ReplicatedAppHost system)
{
    [Fact]
    public async Task Post_of_an_image_that_the_other_replica_has_analysed_is_answered_from_Redis()
    {
        var replicas = await system.WaitForReplicasAsync();
        using var one = ClientOf(replicas[0]);
        using var other = ClientOf(replicas[1]);
        Assert.Equal("analysis; fwd=miss", await PostAsync(one));

        // The caller gets the answer before Redis does.
        var address = await system.Application.GetConnectionStringAsync("cache", TestContext.Current.CancellationToken);
        await using var redis = await ConnectionMultiplexer.ConnectAsync(address!);
        var keys = redis.GetServers().Single().KeysAsync(pattern: $"*{ImageDigest.Of(Photo.Bytes("rocket.jpg"))}*");
        await Eventually.IsTrueAsync(async () => await keys.AnyAsync(TestContext.Current.CancellationToken));
        Assert.Equal("analysis; hit; detail=redis", await PostAsync(other));
    }

    private static HttpClient ClientOf(ServiceProcess replica)
    {
        var client = new HttpClient { BaseAddress = replica.Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", StartedAppHost.AdminKey);
        return client;
    }

    private static async Task<string> PostAsync(HttpClient client)
    {
        using var body = Requests.Raw(Photo.Bytes("rocket.jpg"));
        using var response = await client.PostAsync($"{Requests.Route}?top=3", body, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return response.Headers.GetValues("Cache-Status").Single();
    }
}
