using Aspire.StackExchange.Redis;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Caching.Distributed;
using StackExchange.Redis;

namespace ApiService.Redis;

internal static class RedisExtensions
{
    private const string ConnectionName = "cache";

    /// <summary>Whether a Redis is configured; without one everything lives in the memory of this process.</summary>
    public static bool HasRedis(this IHostApplicationBuilder builder) =>
        !string.IsNullOrEmpty(builder.Configuration.GetConnectionString(ConnectionName));

    public static void AddRedis(this WebApplicationBuilder builder)
    {
        if (!builder.HasRedis())
        {
            return;
        }

        builder.AddRedisClientBuilder(ConnectionName, Configure, Configure)
            .WithDistributedCache()
            .WithOutputCache();
        builder.Services.AddSingleton<RedisGate>();
        builder.Services.Decorate<IDistributedCache>(
            static (services, redis) => new GuardedDistributedCache(redis, services.GetRequiredService<RedisGate>()));
        builder.Services.Decorate<IOutputCacheStore>(
            static (services, redis) => new GuardedOutputCacheStore(redis, services.GetRequiredService<RedisGate>()));
        builder.Services.AddHealthChecks().AddCheck<RedisHealthCheck>(RedisHealthCheck.Name);
    }

    private static void Configure(StackExchangeRedisSettings settings)
    {
        settings.DisableAutoActivation = false;
        settings.DisableHealthChecks = true;
    }

    private static void Configure(ConfigurationOptions options)
    {
        options.ConnectTimeout = 1000;
        options.AsyncTimeout = 5000;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ReconnectRetryPolicy = new LinearRetry(500);
        options.ClientName ??= "vision-api";
    }

    private static void Decorate<TService>(this IServiceCollection services, Func<IServiceProvider, TService, TService> decorate)
        where TService : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(TService));
        services.Remove(inner);
        services.AddSingleton(provider => decorate(provider, (TService)(inner.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!))));
    }
}
