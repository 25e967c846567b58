using Aspire.StackExchange.Redis;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Microsoft.Extensions.Hosting;

public static class AspireRedisDistributedCacheExtensions
{
    /// <summary>Registers <see cref="Caching.Distributed.IDistributedCache"/> on the connection of a client.</summary>
    public static AspireRedisClientBuilder WithDistributedCache(
        this AspireRedisClientBuilder builder, Action<RedisCacheOptions>? configureOptions = null)
    {
        var services = builder.HostBuilder.Services;
        services.AddStackExchangeRedisCache(static _ => { });
        services.AddOptions<RedisCacheOptions>().Configure<IServiceProvider>((options, provider) =>
        {
            options.ConnectionMultiplexerFactory =
                () => Task.FromResult(provider.GetRequiredService<IConnectionMultiplexer>());
            configureOptions?.Invoke(options);
        });
        return builder;
    }
}
