using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Caching;

/// <summary>What is given to Redis may be sent late, and must not change until then.</summary>
public sealed class GuardedCacheTests
{
    private const int MoreThanTheLineHolds = 32 * 1024 * 1024;

    [Fact]
    public async Task SetAsync_that_is_given_up_sends_what_it_was_given()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var api = await ApiProcess.StartAsync(("ConnectionStrings:cache", redis.ConnectionString));
        var cache = api.Services.GetRequiredService<IDistributedCache>();
        var keep = new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1) };
        redis.Pause();
        var large = new byte[MoreThanTheLineHolds];
        var small = new byte[1024];
        await Task.WhenAll(
            cache.SetAsync("large", large, keep, TestContext.Current.CancellationToken),
            cache.SetAsync("small", small, keep, TestContext.Current.CancellationToken));

        // This is what becomes of an array of the pool once it has been given back.
        large.AsSpan().Fill(0xEE);
        small.AsSpan().Fill(0xEE);
        redis.Resume();
        await Eventually.IsTrueAsync(async () =>
        {
            await cache.SetAsync("after", [1], keep, TestContext.Current.CancellationToken);
            return await cache.GetAsync("after", TestContext.Current.CancellationToken) is not null;
        });
        await AssertUnchangedAsync(cache, "small");
        await AssertUnchangedAsync(cache, "large");
    }

    private static async Task AssertUnchangedAsync(IDistributedCache cache, string key)
    {
        var stored = await cache.GetAsync(key, TestContext.Current.CancellationToken) ?? [];
        Assert.Equal(-1, stored.AsSpan().IndexOfAnyExcept((byte)0));
    }
}
