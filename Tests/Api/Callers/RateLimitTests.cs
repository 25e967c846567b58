using System.Globalization;
using System.Net;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Callers;

/// <summary>Quotas of callers with and without a key.</summary>
public sealed class RateLimitTests
{
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
            using var response = await api.PostAsync();
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal("\"analyze\";q=10;w=60", response.Headers.GetValues("RateLimit-Policy").Single());
            Assert.StartsWith($"\"analyze\";r={remaining};t=", response.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        }

        using var refused = await api.PostAsync();
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
        using var counted = await api.PostBatchAsync(images: 3);
        Assert.StartsWith("\"analyze\";r=2;", counted.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        using var refused = await api.PostBatchAsync(images: 3);
        await Requests.ReadProblemAsync(refused, ErrorCodes.RateLimited);
        Assert.StartsWith("\"analyze\";r=2;", refused.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        using var fits = await api.PostBatchAsync(images: 2);
        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
    }

    [Fact]
    public async Task Post_with_a_key_counts_by_its_own_quota()
    {
        await using var api = await ApiProcess.StartAsync([.. Keys, ("RateLimiting:Anonymous:PermitLimit", "1")]);
        using var first = await api.PostAsync(key: "shop-key");
        Assert.Equal("\"analyze\";q=2;w=60", first.Headers.GetValues("RateLimit-Policy").Single());
        Assert.Equal(HttpStatusCode.BadRequest, await api.StatusAsync());
        Assert.Equal(HttpStatusCode.TooManyRequests, await api.StatusAsync());
        Assert.Equal(HttpStatusCode.BadRequest, await api.StatusAsync(key: "shop-key"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await api.StatusAsync(key: "shop-key"));
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
        Assert.Equal(HttpStatusCode.BadRequest, await one.StatusAsync());
        Assert.Equal(HttpStatusCode.BadRequest, await other.StatusAsync());
        Assert.Equal(HttpStatusCode.TooManyRequests, await one.StatusAsync());
        redis.Stop();

        // Each replica counts alone now.
        Assert.Equal(HttpStatusCode.BadRequest, await one.StatusAsync());
        Assert.Equal(HttpStatusCode.BadRequest, await other.StatusAsync());
        Assert.Equal(HttpStatusCode.BadRequest, await one.StatusAsync());
        Assert.Equal(HttpStatusCode.TooManyRequests, await one.StatusAsync());
    }

    [Fact]
    public async Task Post_after_the_window_begins_a_new_one()
    {
        await using var api = await ApiProcess.StartAsync(
            ("RateLimiting:Anonymous:PermitLimit", "1"), ("RateLimiting:Anonymous:Window", "00:00:00.500"));
        using var first = await api.PostAsync();
        Assert.Equal("\"analyze\";q=1;w=1", first.Headers.GetValues("RateLimit-Policy").Single());
        await Eventually.IsTrueAsync(async () => await api.StatusAsync() == HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Send_with_a_key_without_quota_gets_no_word_of_limits_anywhere()
    {
        await using var api = await ApiProcess.StartAsync(
            ("Security:ApiKeys:0:Name", "free"), ("Security:ApiKeys:0:Key", "free-key"), ("Security:ApiKeys:0:PermitsPerMinute", "0"),
            ("RateLimiting:Anonymous:PermitLimit", "1"), ("RateLimiting:Read:PermitLimit", "1"));
        api.Client.DefaultRequestHeaders.Add(RequestHeaders.ApiKey, "free-key");
        for (var time = 0; time < 2; time++)
        {
            using var post = await api.PostAsync();
            using var batch = await api.PostBatchAsync(images: 2);
            using var get = await api.Client.GetAsync("/api/models", TestContext.Current.CancellationToken);
            Assert.Equal([400, 200, 200], ((HttpResponseMessage[])[post, batch, get]).Select(reply => (int)reply.StatusCode));
            Assert.All((HttpResponseMessage[])[post, batch, get], reply => Assert.DoesNotContain(
                reply.Headers, header => header.Key.StartsWith("RateLimit", StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/startup")]
    [InlineData("/metrics")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/scalar/")]
    [InlineData("/problems/rate_limited")]
    public async Task Get_of_what_operators_and_readers_need_is_not_counted(string route)
    {
        await using var api = await ApiProcess.StartAsync(("RateLimiting:Read:PermitLimit", "1"));
        for (var time = 0; time < 2; time++)
        {
            using var response = await api.Client.GetAsync(route, TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode);
            Assert.False(response.Headers.Contains("RateLimit"));
        }
    }

    [Fact]
    public async Task Post_to_all_analyse_routes_counts_together_and_a_batch_that_is_refused_as_one()
    {
        await using var api = await ApiProcess.StartAsync();
        using var single = await api.PostAsync();
        using var later = await api.Client.PostAsync("/api/analyze-async", Requests.Raw([]), TestContext.Current.CancellationToken);
        using var batch = await api.PostBatchAsync(images: 2);
        using var refused = await api.PostBatchAsync(images: 17);
        using var socket = await api.Client.GetAsync("/api/analyze/ws", TestContext.Current.CancellationToken);
        using var type = await api.Client.PostAsync(Requests.Route, Requests.Raw([1], "text/plain"), TestContext.Current.CancellationToken);
        Assert.Equal(
            [9, 8, 6, 5, 4, 3],
            ((HttpResponseMessage[])[single, later, batch, refused, socket, type]).Select(RemainingOf));
    }

    private static int RemainingOf(HttpResponseMessage reply) => int.Parse(
        reply.Headers.GetValues("RateLimit").Single().Split(";r=")[1].Split(';')[0], CultureInfo.InvariantCulture);
}
