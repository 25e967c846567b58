using System.Net;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Callers;

/// <summary>Who a request is from: by its key, or by the address that a known proxy tells.</summary>
public sealed class CallerTests
{
    private const string Proxy = "127.0.0.1";

    private static readonly (string Name, string Value)[] Keys =
    [
        ("Security:ApiKeys:0:Name", "shop"), ("Security:ApiKeys:0:Key", "shop-key"), ("Security:ApiKeys:0:PermitsPerMinute", "2"),
        ("Security:ApiKeys:1:Name", "admin"), ("Security:ApiKeys:1:Key", "admin-key"), ("Security:ApiKeys:1:Roles:0", "admin"),
        ("Security:ApiKeys:2:Name", "free"), ("Security:ApiKeys:2:PermitsPerMinute", "0"),
        ("Security:ApiKeys:2:Sha256", "cd6ed3e2d1a8ad0ad37a6b0c2ad3a3f8de0a2a4d8ac9cbb7ae8ff1bb0d2bd3c1"),
    ];

    [Fact]
    public async Task Post_from_a_known_proxy_counts_by_the_forwarded_address()
    {
        await using var api = await ApiProcess.StartAsync(
            ("RateLimiting:Anonymous:PermitLimit", "1"), ("ForwardedHeaders:KnownProxies:0", Proxy));
        Assert.Equal(HttpStatusCode.BadRequest, await api.StatusAsync(forwardedFor: "203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await api.StatusAsync(forwardedFor: "203.0.113.1"));
        Assert.Equal(HttpStatusCode.BadRequest, await api.StatusAsync(forwardedFor: "203.0.113.2"));
    }

    [Fact]
    public async Task Post_from_anybody_else_counts_by_the_true_address()
    {
        await using var api = await ApiProcess.StartAsync(("RateLimiting:Anonymous:PermitLimit", "1"));
        Assert.Equal(HttpStatusCode.BadRequest, await api.StatusAsync(forwardedFor: "203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await api.StatusAsync(forwardedFor: "203.0.113.2"));
    }

    [Theory]
    [InlineData("203.0.113.1, 127.0.0.1", "203.0.113.1")]
    [InlineData("198.51.100.9, 203.0.113.1", "203.0.113.1")]
    [InlineData("198.51.100.9, 203.0.113.1, 192.0.2.7, 192.0.2.8", "203.0.113.1")]
    [InlineData("203.0.113.1:5000", "203.0.113.1")]
    [InlineData("::ffff:203.0.113.1", "203.0.113.1")]
    [InlineData("[2001:db8::1]:80", "2001:db8:0::1")]
    public async Task Post_over_several_hops_counts_by_the_last_address_that_is_no_proxy(string forwardedFor, string sameAs)
    {
        await using var api = await ApiProcess.StartAsync(
            ("RateLimiting:Anonymous:PermitLimit", "1"),
            ("ForwardedHeaders:KnownProxies:0", Proxy),
            ("ForwardedHeaders:KnownNetworks:0", "192.0.2.0/24"));
        Assert.Equal(HttpStatusCode.BadRequest, await api.StatusAsync(forwardedFor: forwardedFor));
        Assert.Equal(HttpStatusCode.TooManyRequests, await api.StatusAsync(forwardedFor: sameAs));
        Assert.Equal(HttpStatusCode.BadRequest, await api.StatusAsync(forwardedFor: "198.51.100.9"));
        Assert.Equal(HttpStatusCode.BadRequest, await api.StatusAsync());
    }

    [Fact]
    public async Task Send_an_unknown_key_is_key_required_on_every_route()
    {
        await using var api = await ApiProcess.StartAsync(Keys);
        foreach (var route in new[] { "/api/models", "/health/live", "/openapi/v1.json", "/metrics", "/scalar/", "/problems/forbidden", "/nothing" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, route) { Headers = { { RequestHeaders.ApiKey, "guessed" } } };
            using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
            await Requests.ReadProblemAsync(response, ErrorCodes.KeyRequired);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("shop-key,shop-key")]
    [InlineData("Shop-Key")]
    [InlineData("shop-key2")]
    public async Task Send_a_key_that_is_none_is_key_required(string key)
    {
        await using var api = await ApiProcess.StartAsync(Keys);
        using var response = await api.PostAsync(key);
        await Requests.ReadProblemAsync(response, ErrorCodes.KeyRequired);
        Assert.False(response.Headers.Contains("RateLimit"));
    }

    [Fact]
    public async Task Post_with_a_key_that_lacks_the_role_is_forbidden()
    {
        await using var api = await ApiProcess.StartAsync(Keys);
        using var response = await api.PostAsync(key: "admin-key");
        await Requests.ReadProblemAsync(response, ErrorCodes.Forbidden);
    }
}
