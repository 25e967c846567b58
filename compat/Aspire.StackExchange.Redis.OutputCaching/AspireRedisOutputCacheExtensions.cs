using Aspire.StackExchange.Redis;
using Microsoft.AspNetCore.OutputCaching.StackExchangeRedis;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Microsoft.Extensions.Hosting;

public static class AspireRedisOutputCacheExtensions
{
    /// <summary>Keeps what the output cache holds on the connection of a client.</summary>
    public static AspireRedisClientBuilder WithOutputCache(this AspireRedisClientBuilder builder)
    {
        var services = builder.HostBuilder.Services;
        services.AddStackExchangeRedisOutputCache(static _ => { });
        services.AddOptions<RedisOutputCacheOptions>().Configure<IServiceProvider>(static (options, provider) =>
            options.ConnectionMultiplexerFactory =
                () => Task.FromResult(provider.GetRequiredService<IConnectionMultiplexer>()));
        return builder;
    }
}
