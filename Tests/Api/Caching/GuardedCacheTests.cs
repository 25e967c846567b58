using ApiService.Redis;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Caching;

/// <summary>What the gate gives up on may be sent later, and must not change until then.</summary>
public sealed class GuardedCacheTests
{
    [Fact]
    public async Task SetAsync_that_is_given_up_sends_what_it_was_given()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var late = new LateCache();
        var guarded = new GuardedDistributedCache(late, new RedisGate(connection, NullLogger<RedisGate>.Instance));
        var value = new byte[16];
        await guarded.SetAsync("key", value, new DistributedCacheEntryOptions(), TestContext.Current.CancellationToken);

        // This is what becomes of an array of the pool once it has been given back.
        value.AsSpan().Fill(0xEE);
        late.Send.SetResult();
        Assert.Equal(new byte[16], await late.Sent.Task.WaitAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A cache that reads a value only when the test says so, as a connection does whose line is full.</summary>
    private sealed class LateCache : IDistributedCache
    {
        public TaskCompletionSource Send { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<byte[]> Sent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            await Send.Task.WaitAsync(token);
            Sent.SetResult([.. value]);
        }

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

        public byte[]? Get(string key) => throw new NotSupportedException();

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

        public void Refresh(string key) => throw new NotSupportedException();

        public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

        public void Remove(string key) => throw new NotSupportedException();

        public Task RemoveAsync(string key, CancellationToken token = default) => throw new NotSupportedException();
    }
}
