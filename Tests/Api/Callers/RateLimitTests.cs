using System.Globalization;
using System.Net;
using ApiService.Inference;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Callers;

/// <summary>Quotas of callers with and without a key.</summary>
public sealed class RateLimitTests
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
    public async Task Post_beyond_the_quota_is_rate_limited_and_tells_when_to_come_back()
    {
        await using var api = await ApiProcess.StartAsync();
        for (var remaining = 9; remaining >= 0; remaining--)
        {
            // Refused for its image, and counted all the same.
            using var response = await PostAsync(api);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal("\"analyze\";q=10;w=60", response.Headers.GetValues("RateLimit-Policy").Single());
            Assert.StartsWith($"\"analyze\";r={remaining};t=", response.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        }

        using var refused = await PostAsync(api);
        await Requests.ReadProblemAsync(refused, ErrorCodes.RateLimited);
        var seconds = refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds;
        Assert.InRange(seconds, 1, 60);
        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"\"analyze\";r=0;t={seconds}"), refused.Headers.GetValues("RateLimit").Single());
    }

    [Fact]
    public async Task Post_of_a_batch_counts_its_images_or_none_of_them()
    {
        await using var api = await ApiProcess.StartAsync(("RateLimiting:Anonymous:PermitLimit", "5"));
        using var counted = await PostBatchAsync(api, images: 3);
        Assert.StartsWith("\"analyze\";r=2;", counted.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        using var refused = await PostBatchAsync(api, images: 3);
        await Requests.ReadProblemAsync(refused, ErrorCodes.RateLimited);
        Assert.StartsWith("\"analyze\";r=2;", refused.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        using var fits = await PostBatchAsync(api, images: 2);
        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
    }

    [Fact]
    public async Task Post_from_a_known_proxy_counts_by_the_forwarded_address()
    {
        await using var api = await ApiProcess.StartAsync(
            ("RateLimiting:Anonymous:PermitLimit", "1"), ("ForwardedHeaders:KnownProxies:0", Proxy));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(api, forwardedFor: "203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(api, forwardedFor: "203.0.113.1"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(api, forwardedFor: "203.0.113.2"));
    }

    [Fact]
    public async Task Post_from_anybody_else_counts_by_the_true_address()
    {
        await using var api = await ApiProcess.StartAsync(("RateLimiting:Anonymous:PermitLimit", "1"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(api, forwardedFor: "203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(api, forwardedFor: "203.0.113.2"));
    }

    [Fact]
    public async Task Post_with_a_key_counts_by_its_own_quota()
    {
        await using var api = await ApiProcess.StartAsync([.. Keys, ("RateLimiting:Anonymous:PermitLimit", "1")]);
        using var first = await PostAsync(api, key: "shop-key");
        Assert.Equal("\"analyze\";q=2;w=60", first.Headers.GetValues("RateLimit-Policy").Single());
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(api));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(api));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(api, key: "shop-key"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(api, key: "shop-key"));
    }

    [Fact]
    public async Task Send_an_unknown_key_is_key_required_on_every_route()
    {
        await using var api = await ApiProcess.StartAsync(Keys);
        foreach (var route in new[] { "/api/models", "/health/live", "/openapi/v1.json" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, route) { Headers = { { RequestHeaders.ApiKey, "guessed" } } };
            using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
            await Requests.ReadProblemAsync(response, ErrorCodes.KeyRequired);
        }
    }

    [Fact]
    public async Task Post_with_a_key_that_lacks_the_role_is_forbidden()
    {
        await using var api = await ApiProcess.StartAsync(Keys);
        using var response = await PostAsync(api, key: "admin-key");
        await Requests.ReadProblemAsync(response, ErrorCodes.Forbidden);
    }

    [Fact]
    public async Task Get_counts_under_the_policy_read_and_health_under_none()
    {
        await using var api = await ApiProcess.StartAsync(("RateLimiting:Read:PermitLimit", "1"));
        using var first = await api.Client.GetAsync("/api/models", TestContext.Current.CancellationToken);
        Assert.StartsWith("\"read\";r=0;t=", first.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        using var second = await api.Client.GetAsync("/api/models", TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(second, ErrorCodes.RateLimited);
        using var health = await api.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.True(health.IsSuccessStatusCode);
        Assert.False(health.Headers.Contains("RateLimit"));
    }

    [Fact]
    public async Task Post_to_two_replicas_counts_once_through_Redis()
    {
        await using var redis = await RedisServer.StartAsync();
        (string, string)[] settings = [("ConnectionStrings:cache", redis.ConnectionString), ("RateLimiting:Anonymous:PermitLimit", "2")];
        await using var one = await ApiProcess.StartAsync(settings);
        await using var other = await ApiProcess.StartAsync(settings);
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(one));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(other));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(one));
        redis.Stop();

        // Each replica counts alone now.
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(one));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(other));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(one));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(one));
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningService<InferenceOptions> api, string? key = null, string? forwardedFor = null)
    {
        using var response = await PostAsync(api, key, forwardedFor);
        return response.StatusCode;
    }

    private static async Task<HttpResponseMessage> PostAsync(
        RunningService<InferenceOptions> api, string? key = null, string? forwardedFor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Route) { Content = Requests.Raw("no image"u8.ToArray()) };
        if (key is not null)
        {
            request.Headers.Add(RequestHeaders.ApiKey, key);
        }

        if (forwardedFor is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        }

        return await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> PostBatchAsync(RunningService<InferenceOptions> api, int images)
    {
        var body = $$"""{"images":[{{string.Join(',', Enumerable.Repeat("\"AAAA\"", images))}}]}""";
        return await api.Client.PostAsync("/api/analyze-batch", Requests.Json(body), TestContext.Current.CancellationToken);
    }
}
