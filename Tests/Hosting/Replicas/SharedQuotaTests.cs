using System.Net;
using Tests.Api;
using Tests.Fixtures;
using Xunit;

namespace Tests.Hosting.Replicas;

/// <summary>Quotas hold for a caller, whichever replica it meets. Every test calls from addresses of its own.</summary>
[Collection<ReplicatedSystem>]
public sealed class SharedQuotaTests(ReplicatedAppHost system)
{
    private const int PermitLimit = 10;

    [Fact]
    public async Task Post_to_both_replicas_in_turn_counts_against_one_quota()
    {
        var replicas = await system.WaitForReplicasAsync();
        var caller = 0;

        // A replica that Redis does not answer in time counts alone for a moment, which a machine under load may bring about.
        await Eventually.IsTrueAsync(async () =>
            await CountPermittedAsync($"127.1.0.{++caller}", [.. replicas.Select(static replica => replica.Address)]) == PermitLimit);
    }

    [Fact]
    public async Task Post_with_the_forwarded_address_of_somebody_else_counts_by_the_true_one()
    {
        var replicas = await system.WaitForReplicasAsync();
        using var client = LoopbackCaller.From("127.2.0.1", replicas[0].Address);
        Assert.Equal(PermitLimit - 1, await RemainingAsync(client, forwardedFor: "203.0.113.1"));
        Assert.Equal(PermitLimit - 2, await RemainingAsync(client, forwardedFor: "203.0.113.2"));
    }

    [Fact]
    public async Task Post_through_web_counts_by_the_address_that_web_sees()
    {
        await system.WaitForReplicasAsync();
        using var one = LoopbackCaller.From("127.3.0.1", system.Web.Address);
        using var other = LoopbackCaller.From("127.3.0.2", system.Web.Address);
        Assert.Equal(PermitLimit - 1, await RemainingAsync(one, forwardedFor: "203.0.113.1"));
        Assert.Equal(PermitLimit - 2, await RemainingAsync(one, forwardedFor: "127.3.0.2"));
        Assert.Equal(PermitLimit - 1, await RemainingAsync(other));
    }

    /// <summary>Posts to the addresses in turn until all of them refuse.</summary>
    private static async Task<int> CountPermittedAsync(string caller, Uri[] addresses)
    {
        var clients = Array.ConvertAll(addresses, address => LoopbackCaller.From(caller, address));
        var permitted = 0;
        var refusals = 0;
        for (var turn = 0; refusals < clients.Length; turn++)
        {
            using var response = await PostAsync(clients[turn % clients.Length]);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                refusals++;
            }
            else
            {
                permitted++;
                refusals = 0;
            }
        }

        Array.ForEach(clients, static client => client.Dispose());
        return permitted;
    }

    private static async Task<int> RemainingAsync(HttpClient client, string? forwardedFor = null)
    {
        using var response = await PostAsync(client, forwardedFor);
        var limit = response.Headers.GetValues("RateLimit").Single();
        return int.Parse(limit.Split("r=")[1].Split(';')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Posts no image: it is refused soon, and counted all the same.</summary>
    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string? forwardedFor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Route) { Content = Requests.Raw([]) };
        if (forwardedFor is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
